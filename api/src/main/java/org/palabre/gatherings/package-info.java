/** Gatherings, who takes part in them, and their tickets. */
@NullMarked
package org.palabre.gatherings;

import org.jspecify.annotations.NullMarked;
