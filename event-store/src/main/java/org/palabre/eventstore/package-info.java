/** Where the events of all aggregates are kept, in one order, and read from. For PostgreSQL only. */
@NullMarked
package org.palabre.eventstore;

import org.jspecify.annotations.NullMarked;
