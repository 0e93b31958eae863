/** The command that takes a stopped platform from its own PostgreSQL to Axon Server. */
@NullMarked
package org.palabre.move;

import org.jspecify.annotations.NullMarked;
