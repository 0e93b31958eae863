/** The query side as a process of its own. */
@NullMarked
package org.palabre.queryside;

import org.jspecify.annotations.NullMarked;
