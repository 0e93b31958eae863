package org.palabre.gatherings;

import java.time.Instant;
import org.axonframework.commandhandling.RoutingKey;
import org.palabre.accounts.AccountId;

/** What one may ask about one's own seat at a gathering that sells no tickets. */
public sealed interface ParticipationCommand {

    @RoutingKey
    GatheringId gatheringId();

    AccountId accountId();

    /** Answered by a {@link TakenPart}. */
    record TakePart(GatheringId gatheringId, AccountId accountId) implements ParticipationCommand {}

    /** Without an answer, and without effect for whoever is not in. */
    record WithdrawFrom(GatheringId gatheringId, AccountId accountId) implements ParticipationCommand {}

    /**
     * Somebody is to be told what has become of their own seat: the platform's own. Answered by {@link GatheringNews}, or by
     * nothing when that holds no more.
     *
     * @param version of the participation, with which it has
     * @param since when it has
     */
    record TellParticipant(GatheringId gatheringId, AccountId accountId, Occasion occasion, long version, Instant since)
            implements ParticipationCommand {}

    /**
     * How somebody is in.
     *
     * @param fresh whether they were not in before
     */
    record TakenPart(GatheringQuery.ParticipationView participation, boolean fresh) {}
}
