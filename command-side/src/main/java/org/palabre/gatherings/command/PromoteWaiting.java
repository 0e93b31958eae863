package org.palabre.gatherings.command;

import java.time.Instant;
import org.axonframework.commandhandling.RoutingKey;
import org.palabre.gatherings.GatheringId;

/**
 * Gives seats that came free to those who wait for one; for the platform itself only, and without an answer.
 *
 * @param version of the first block, by which there are seats for them
 * @param since when it was set
 */
record PromoteWaiting(@RoutingKey GatheringId gatheringId, long version, Instant since) {}
