/** How fast the platform is: one table, measured from outside. */
@NullMarked
package org.palabre.benchmarks;

import org.jspecify.annotations.NullMarked;
