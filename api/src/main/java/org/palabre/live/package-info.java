/** What one can follow as it changes, and the sockets over which it is told. */
@NullMarked
package org.palabre.live;

import org.jspecify.annotations.NullMarked;
