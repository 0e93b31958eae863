package org.palabre.gatherings;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

    /** Invites people, again too; each is judged by itself. Answered by {@link Invitations}. */
    record Invite(GatheringId gatheringId, List<AccountId> accountIds) implements GatheringCommand {

        public Invite {
            accountIds = List.copyOf(accountIds);
        }
    }

    /**
     * Ends one, unless it is to end later by now: the platform's own; without an answer.
     *
     * @param endedAt when it was to end
     */
    record CompleteGathering(GatheringId gatheringId, Instant endedAt) implements GatheringCommand {}

    /**
     * Its owner is to be told what was decided about it: the platform's own. Answered by {@link GatheringNews}, or by nothing
     * when that holds no more.
     *
     * @param version with which it was decided
     * @param since when it was
     */
    record TellOwner(GatheringId gatheringId, long version, Instant since) implements GatheringCommand {}

    /**
     * Guests are to be told what has become of it: the platform's own. Answered by itself, which is the errand, or by nothing
     * when that holds no more.
     *
     * @param version with which it has
     * @param since when it has
     * @param after only those whose ids come after this one: the others have been seen to
     */
    record TellGuests(GatheringId gatheringId, Guests guests, long version, Instant since, Optional<AccountId> after)
            implements GatheringCommand {}

    /**
     * One of them is: the platform's own. Answered by {@link GatheringNews}, or by nothing when that holds no more.
     *
     * @param version with which it has become so
     * @param since when it has
     */
    record TellGuest(GatheringId gatheringId, AccountId accountId, long version, Instant since)
            implements GatheringCommand {}

    /** Who is invited now, in the order of the command. */
    record Invitations(List<Invitation> each) {

        public Invitations {
            each = List.copyOf(each);
        }
    }

    /**
     * One who was to be invited.
     *
     * @param code why they are not, if they are not
     */
    record Invitation(AccountId accountId, Optional<String> code) {}
}
