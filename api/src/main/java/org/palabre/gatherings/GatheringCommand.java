package org.palabre.gatherings;

import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.palabre.accounts.AccountId;

/** What one may ask of a gathering. What has no other answer is answered by the {@link GatheringQuery.GatheringDetails}. */
public sealed interface GatheringCommand {

    @TargetAggregateIdentifier
    GatheringId gatheringId();

    /** Announces one, as a draft or for moderation. */
    record AnnounceGathering(GatheringId gatheringId, Announcement announcement, boolean draft)
            implements GatheringCommand {}

    record EditGathering(GatheringId gatheringId, AnnouncementChanges changes) implements GatheringCommand {}

    /** Shows a picture whose files are stored. */
    record ShowImage(GatheringId gatheringId, UUID image) implements GatheringCommand {}

    record SubmitGathering(GatheringId gatheringId) implements GatheringCommand {}

    record ApproveGathering(GatheringId gatheringId) implements GatheringCommand {}

    /**
     * Sends one back to its owner.
     *
     * @param reason 1 to 1,000 characters
     */
    record RejectGathering(GatheringId gatheringId, String reason) implements GatheringCommand {}

    record CancelGathering(GatheringId gatheringId) implements GatheringCommand {}

    /** Deletes a draft; without an answer. */
    record DeleteGathering(GatheringId gatheringId) implements GatheringCommand {}

    /** Invites somebody, again too; without an answer. */
    record Invite(GatheringId gatheringId, AccountId accountId) implements GatheringCommand {}

    /** Ends one that is over: the platform's own; without an answer. */
    record CompleteGathering(GatheringId gatheringId) implements GatheringCommand {}
}
