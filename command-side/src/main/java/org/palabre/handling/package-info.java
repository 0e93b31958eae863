/** What happens around every command handler, whatever its context. */
@NullMarked
package org.palabre.handling;

import org.jspecify.annotations.NullMarked;
