/** Brings accounts along that their owners had in another application. */
@NullMarked
package org.palabre.accounts.command.imports;

import org.jspecify.annotations.NullMarked;
