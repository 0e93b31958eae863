package org.palabre.gatherings.command;

import org.axonframework.commandhandling.RoutingKey;
import org.palabre.accounts.AccountId;
import org.palabre.shared.Positions.Position;

/**
 * Takes somebody who was erased out of the gatherings to come; for the platform itself only. Answered by itself, which is
 * the errand.
 *
 * @param erasure the event by which they were
 */
record LeaveGatherings(@RoutingKey AccountId accountId, Position erasure) {}
