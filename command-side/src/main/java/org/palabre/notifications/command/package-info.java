/** Writes to people what happened, and what they asked for. */
@NullMarked
package org.palabre.notifications.command;

import org.jspecify.annotations.NullMarked;
