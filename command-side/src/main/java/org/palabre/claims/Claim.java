package org.palabre.claims;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.UUID;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.palabre.claims.ClaimEvent.ValueClaimed;
import org.palabre.claims.ClaimEvent.ValueReleased;
import org.palabre.shared.Refused;

/** One value, and who has it. */
@Aggregate
class Claim {

    @AggregateIdentifier
    private String id;

    private @Nullable UUID owner;

    Claim() {}

    Claim(String claimId, UUID first) {
        apply(new ValueClaimed(claimId, first));
    }

    void take(String claimId, UUID taker, Refused.Reason ifTaken) {
        if (owner == null) {
            apply(new ValueClaimed(claimId, taker));
        } else if (!owner.equals(taker)) {
            throw new Refused(ifTaken);
        }
    }

    void release(UUID releaser) {
        if (releaser.equals(owner)) {
            apply(new ValueReleased(id, releaser));
        }
    }

    @EventSourcingHandler
    void on(ClaimEvent event) {
        id = event.claimId();
        owner = switch (event) {
            case ValueClaimed claimed -> claimed.owner();
            case ValueReleased _ -> null;
        };
    }
}
