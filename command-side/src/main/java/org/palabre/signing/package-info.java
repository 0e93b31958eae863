/** How the platform signs what it says to others, so that they can verify it by themselves. */
@NullMarked
package org.palabre.signing;

import org.jspecify.annotations.NullMarked;
