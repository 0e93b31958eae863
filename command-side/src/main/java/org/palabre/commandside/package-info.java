/** The command side as a process of its own. */
@NullMarked
package org.palabre.commandside;

import org.jspecify.annotations.NullMarked;
