/** Gatherings, orders and tickets as they are read. */
@NullMarked
package org.palabre.gatherings.query;

import org.jspecify.annotations.NullMarked;
