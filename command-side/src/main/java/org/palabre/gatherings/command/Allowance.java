package org.palabre.gatherings.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.palabre.gatherings.GatheringRefusal.PLAN_LIMIT_REACHED;

import java.util.HashSet;
import java.util.Set;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.palabre.gatherings.AllowanceEvent;
import org.palabre.gatherings.AllowanceEvent.AllowanceUsed;
import org.palabre.gatherings.AllowanceId;
import org.palabre.gatherings.GatheringId;
import org.palabre.shared.Refused;

/** The paid gatherings that an organiser has submitted in one period of a plan. */
@Aggregate
class Allowance {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private AllowanceId id;

    private final Set<GatheringId> submitted = new HashSet<>();

    @SuppressWarnings("NullAway.Init") // its first event makes it what it is
    Allowance() {}

    /** Counts a gathering once, however often it is submitted. */
    void use(AllowanceUsed use, int most) {
        if (submitted.contains(use.gatheringId())) {
            return;
        }
        if (submitted.size() >= most) {
            throw new Refused(PLAN_LIMIT_REACHED);
        }
        apply(use);
    }

    @EventSourcingHandler
    void on(AllowanceEvent event) {
        switch (event) {
            case AllowanceUsed used -> {
                id = used.allowanceId();
                submitted.add(used.gatheringId());
            }
        }
    }
}
