/** Counts what is looked at here, before it is shown. */
@NullMarked
package org.palabre.counting;

import org.jspecify.annotations.NullMarked;
