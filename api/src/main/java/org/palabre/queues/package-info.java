/** Interview queues of a job fair: companies with their queues, and the students who wait in them. */
@NullMarked
package org.palabre.queues;

import org.jspecify.annotations.NullMarked;
