package org.palabre.claims;

import java.util.Optional;
import java.util.UUID;
import org.palabre.shared.DomainEvent;

/** What has happened to a value that only one can have. It tells who, never what: the claim's id is a keyed hash. */
public sealed interface ClaimEvent extends DomainEvent {

    String claimId();

    UUID owner();

    @Override
    default Optional<UUID> person() {
        return Optional.of(owner());
    }

    record ValueClaimed(String claimId, UUID owner) implements ClaimEvent {}

    record ValueReleased(String claimId, UUID owner) implements ClaimEvent {}
}
