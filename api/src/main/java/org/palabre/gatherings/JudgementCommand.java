package org.palabre.gatherings;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.commandhandling.RoutingKey;

/** What admins decide about several gatherings at once, each judged by itself. Answered by {@link Judgements}. */
public sealed interface JudgementCommand {

    /** Identifies this judgement. */
    @RoutingKey
    UUID judgementId();

    List<GatheringId> gatheringIds();

    record ApproveGatherings(UUID judgementId, List<GatheringId> gatheringIds) implements JudgementCommand {

        public ApproveGatherings {
            gatheringIds = List.copyOf(gatheringIds);
        }
    }

    /**
     * Sends them back to their owners.
     *
     * @param reason 1 to 1,000 characters
     */
    record RejectGatherings(UUID judgementId, List<GatheringId> gatheringIds, String reason)
            implements JudgementCommand {

        public RejectGatherings {
            gatheringIds = List.copyOf(gatheringIds);
        }
    }

    /** What became of them, in the order of the command. */
    record Judgements(List<Judgement> each) {

        public Judgements {
            each = List.copyOf(each);
        }
    }

    /**
     * What became of one.
     *
     * @param code why nothing became of it, if nothing did
     */
    record Judgement(GatheringId gatheringId, Optional<String> code) {}
}
