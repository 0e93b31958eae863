/** Shows the fair: companies, queues, students, and what is possible now. */
@NullMarked
package org.palabre.queues.query;

import org.jspecify.annotations.NullMarked;
