package org.palabre.gatherings;

import java.util.Optional;
import java.util.UUID;
import org.palabre.accounts.AccountId;
import org.palabre.shared.DomainEvent;

/** What has happened to what an organiser's plan allows in a period. */
public sealed interface AllowanceEvent extends DomainEvent {

    AllowanceId allowanceId();

    /** One of the paid gatherings of the period was submitted. */
    record AllowanceUsed(AllowanceId allowanceId, AccountId organiser, GatheringId gatheringId)
            implements AllowanceEvent {

        @Override
        public Optional<UUID> person() {
            return Optional.of(organiser.value());
        }
    }
}
