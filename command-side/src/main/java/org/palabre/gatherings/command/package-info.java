/** Decides about gatherings, seats and tickets. */
@NullMarked
package org.palabre.gatherings.command;

import org.jspecify.annotations.NullMarked;
