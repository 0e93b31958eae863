package org.palabre.gatherings.command;

import static org.palabre.handling.Precondition.met;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.palabre.accounts.AccountId;
import org.palabre.gatherings.Access;
import org.palabre.gatherings.Announcement;
import org.palabre.gatherings.GatheringCommand.AnnounceGathering;
import org.palabre.gatherings.GatheringCommand.CancelGathering;
import org.palabre.gatherings.GatheringCommand.DeleteGathering;
import org.palabre.gatherings.GatheringCommand.EditGathering;
import org.palabre.gatherings.GatheringCommand.SubmitGathering;
import org.palabre.gatherings.GatheringEvent.GatheringAnnounced;
import org.palabre.gatherings.GatheringId;
import org.palabre.gatherings.GatheringQuery.GatheringDetails;
import org.palabre.gatherings.GatheringStatus;
import org.palabre.shared.Actor;
import org.springframework.stereotype.Component;

/** Lets people announce gatherings, and change and cancel their own. */
@Component
class GatheringCommands {

    /** What a gathering without letters in its title is called in addresses. */
    private static final String KIND = "event";

    private final Gatherings gatherings;
    private final Categories categories;
    private final Slugs slugs;
    private final Allowances allowances;
    private final Seats seats;
    private final Images images;
    private final Completions completions;

    GatheringCommands(
            Gatherings gatherings,
            Categories categories,
            Slugs slugs,
            Allowances allowances,
            Seats seats,
            Images images,
            Completions completions) {
        this.gatherings = gatherings;
        this.categories = categories;
        this.slugs = slugs;
        this.allowances = allowances;
        this.seats = seats;
        this.images = images;
        this.completions = completions;
    }

    @CommandHandler
    GatheringDetails handle(AnnounceGathering command, Actor actor) throws Exception {
        var creator = new AccountId(actor.active().id());
        var announcement = command.announcement();
        AnnouncementRules.check(announcement);
        categories.requireKnown(announcement.category());
        var slug = slugs.take(KIND, announcement.title(), command.gatheringId().value());
        var gathering = gatherings.add(
                () -> new Gathering(new GatheringAnnounced(command.gatheringId(), creator, slug, announcement)));
        if (!command.draft()) {
            submit(command.gatheringId(), gathering);
        }
        return gathering.invoke(Gathering::details);
    }

    @CommandHandler
    GatheringDetails handle(EditGathering command, Actor actor) throws Exception {
        var gathering = gatherings.own(command.gatheringId(), actor);
        var before = gathering.invoke(Gathering::announcement);
        var after = AnnouncementEdit.of(before, command.changes());
        AnnouncementRules.check(after);
        if (!after.category().equals(before.category())) {
            categories.requireKnown(after.category());
        }
        met(gathering).execute(Gathering::refuseUnlessEditable);
        if (gathering.invoke(Gathering::submitted) && before.access() != Access.PAID) {
            allow(command.gatheringId(), gathering, after);
        }
        if (gathering.invoke(Gathering::status) == GatheringStatus.APPROVED) {
            offer(command.gatheringId(), before, after);
        }
        gathering.execute(it -> it.edit(after));
        return gathering.invoke(Gathering::details);
    }

    @CommandHandler
    GatheringDetails handle(SubmitGathering command, Actor actor) throws Exception {
        var gathering = met(gatherings.own(command.gatheringId(), actor));
        submit(command.gatheringId(), gathering);
        return gathering.invoke(Gathering::details);
    }

    @CommandHandler
    GatheringDetails handle(CancelGathering command, Actor actor) {
        var gathering = met(gatherings.own(command.gatheringId(), actor));
        gathering.execute(Gathering::cancel);
        seats.close(command.gatheringId());
        return gathering.invoke(Gathering::details);
    }

    @CommandHandler
    void handle(DeleteGathering command, Actor actor) {
        var gathering = met(gatherings.own(command.gatheringId(), actor));
        gathering.invoke(Gathering::image).ifPresent(image -> images.replaced(command.gatheringId(), image));
        gathering.execute(Gathering::delete);
    }

    private void submit(GatheringId id, Aggregate<Gathering> gathering) throws Exception {
        gathering.execute(Gathering::submit);
        allow(id, gathering, gathering.invoke(Gathering::announcement));
    }

    /** A gathering that sells tickets counts as soon as it is for moderation. */
    private void allow(GatheringId id, Aggregate<Gathering> gathering, Announcement announcement) throws Exception {
        if (announcement.access() == Access.PAID) {
            allowances.use(gathering.invoke(Gathering::creator), id);
        }
    }

    /** What is changed for those who come is changed where they take their seats, and when it ends. */
    private void offer(GatheringId gatheringId, Announcement before, Announcement after) {
        seats.change(gatheringId, before, after);
        if (!after.endsAt().equals(before.endsAt())) {
            completions.at(after.endsAt(), gatheringId);
        }
    }
}
