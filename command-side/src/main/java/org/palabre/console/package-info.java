/** What those commands have in common that the jar carries out instead of starting the platform. */
@NullMarked
package org.palabre.console;

import org.jspecify.annotations.NullMarked;
