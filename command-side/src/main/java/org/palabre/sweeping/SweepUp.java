package org.palabre.sweeping;

import org.axonframework.commandhandling.RoutingKey;
import org.palabre.shared.Positions.Position;

/**
 * Has what was deleted overwritten, too; for the platform itself only. Answered by the {@link Sweep} that is to be done.
 *
 * @param deletion the event by which it was deleted
 */
record SweepUp(@RoutingKey Position deletion) {}
