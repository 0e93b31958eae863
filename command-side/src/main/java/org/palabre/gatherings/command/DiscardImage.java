package org.palabre.gatherings.command;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.commandhandling.RoutingKey;
import org.palabre.gatherings.GatheringId;

/**
 * Gives up a picture unless the gathering shows it; for the platform itself only. Answered by its abandoned files, if it is
 * not shown.
 *
 * @param until as long as it is shown and this is not reached, it is asked again: what replaces it may still come
 */
record DiscardImage(@RoutingKey GatheringId gatheringId, UUID image, Instant until) {}
