/** Leaves nothing on the disk of what was deleted about people. */
@NullMarked
package org.palabre.sweeping;

import org.jspecify.annotations.NullMarked;
