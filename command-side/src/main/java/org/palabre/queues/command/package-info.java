/** Decides what happens at the fair. */
@NullMarked
package org.palabre.queues.command;

import org.jspecify.annotations.NullMarked;
