package org.palabre.gatherings;

import java.util.Optional;
import java.util.UUID;
import org.palabre.accounts.AccountId;
import org.palabre.shared.DomainEvent;

/** What has happened between one account and one gathering. */
public sealed interface ParticipationEvent extends DomainEvent {

    ParticipationId participationId();

    GatheringId gatheringId();

    AccountId accountId();

    @Override
    default Optional<UUID> person() {
        return Optional.of(accountId().value());
    }

    /** The owner asked somebody to come. */
    record Invited(ParticipationId participationId, GatheringId gatheringId, AccountId accountId)
            implements ParticipationEvent {}

    /** Somebody has a seat. */
    record ParticipationConfirmed(ParticipationId participationId, GatheringId gatheringId, AccountId accountId)
            implements ParticipationEvent {}

    /** There was no seat; somebody waits for one. */
    record Waitlisted(ParticipationId participationId, GatheringId gatheringId, AccountId accountId)
            implements ParticipationEvent {}

    /** Who waited has got a seat. */
    record ParticipationPromoted(ParticipationId participationId, GatheringId gatheringId, AccountId accountId)
            implements ParticipationEvent {}

    record ParticipationWithdrawn(ParticipationId participationId, GatheringId gatheringId, AccountId accountId)
            implements ParticipationEvent {}
}
