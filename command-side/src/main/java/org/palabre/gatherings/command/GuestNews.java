package org.palabre.gatherings.command;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.palabre.accounts.AccountId;
import org.palabre.deadlines.Patience;
import org.palabre.gatherings.GatheringCommand.TellGuest;
import org.palabre.gatherings.GatheringCommand.TellGuests;
import org.palabre.gatherings.GatheringCommand.TellOwner;
import org.palabre.gatherings.GatheringId;
import org.palabre.gatherings.GatheringNews;
import org.palabre.gatherings.GatheringStatus;
import org.palabre.gatherings.Occasion;
import org.palabre.gatherings.ParticipationCommand.TellParticipant;
import org.palabre.gatherings.ParticipationId;
import org.palabre.shared.Actor;
import org.palabre.shared.Ids;
import org.springframework.stereotype.Component;

/** Says what owners and guests are to be told of gatherings, as long as it holds. Owners know what they do themselves. */
@Component
class GuestNews {

    private final Gatherings gatherings;
    private final Repository<Participation> participations;
    private final Patience patience;

    GuestNews(Gatherings gatherings, Repository<Participation> participations, Patience patience) {
        this.gatherings = gatherings;
        this.participations = participations;
        this.patience = patience;
    }

    @CommandHandler
    @Nullable
    GatheringNews handle(TellOwner command, Actor actor) {
        actor.mustBePlatform();
        return concerned(command.gatheringId(), command.version(), command.since())
                .map(gathering -> news(
                        occasion(gathering, command.version()),
                        gathering.invoke(Gathering::creator),
                        command.version(),
                        gathering))
                .orElse(null);
    }

    @CommandHandler
    @Nullable
    TellGuests handle(TellGuests command, Actor actor) {
        actor.mustBePlatform();
        return concerned(command.gatheringId(), command.version(), command.since())
                .map(_ -> command)
                .orElse(null);
    }

    /** Once it is approved, those who were invited before can come. */
    @CommandHandler
    @Nullable
    GatheringNews handle(TellGuest command, Actor actor) {
        actor.mustBePlatform();
        return concerned(command.gatheringId(), command.version(), command.since())
                .filter(gathering -> isAnothers(gathering, command.accountId()))
                .map(gathering -> {
                    var occasion = occasion(gathering, command.version());
                    return news(
                            occasion == Occasion.APPROVED ? Occasion.INVITED : occasion,
                            command.accountId(),
                            command.version(),
                            gathering);
                })
                .orElse(null);
    }

    /** Those who are invited before everybody may know of it are told later. */
    @CommandHandler
    @Nullable
    GatheringNews handle(TellParticipant command, Actor actor) {
        actor.mustBePlatform();
        return find(command.gatheringId(), command.since())
                .filter(gathering -> gathering.invoke(Gathering::status) == GatheringStatus.APPROVED)
                .filter(gathering -> isAnothers(gathering, command.accountId()))
                .filter(_ -> isTheNewest(command))
                .map(gathering -> news(command.occasion(), command.accountId(), command.version(), gathering))
                .orElse(null);
    }

    private static boolean isAnothers(Aggregate<Gathering> gathering, AccountId accountId) {
        return !gathering.invoke(Gathering::creator).equals(accountId);
    }

    /** Whether nothing else has happened between them and the gathering since. */
    private boolean isTheNewest(TellParticipant command) {
        try {
            var participation = participations.load(ParticipationId.of(command.gatheringId(), command.accountId())
                    .toString());
            patience.waitForCause(participation, command.version(), command.since());
            return participation.version() == command.version();
        } catch (AggregateNotFoundException none) {
            patience.waitForCause(command.since());
            return false;
        }
    }

    /** The gathering, if what happened with this version is to be told. */
    private Optional<Aggregate<Gathering>> concerned(GatheringId id, long version, Instant since) {
        var found = find(id, since);
        found.ifPresent(gathering -> patience.waitForCause(gathering, version, since));
        return found.filter(
                gathering -> gathering.invoke(it -> it.occasion(version)).isPresent());
    }

    /** The gathering, unless it is gone or it is too late. */
    private Optional<Aggregate<Gathering>> find(GatheringId id, Instant since) {
        if (patience.isTooLateToTell(since)) {
            return Optional.empty();
        }
        try {
            return Optional.of(gatherings.load(id));
        } catch (AggregateNotFoundException deleted) {
            return Optional.empty();
        }
    }

    private static Occasion occasion(Aggregate<Gathering> gathering, long version) {
        return gathering.invoke(it -> it.occasion(version)).orElseThrow();
    }

    private static GatheringNews news(
            Occasion occasion, AccountId reader, long version, Aggregate<Gathering> gathering) {
        var details = gathering.invoke(Gathering::details);
        return new GatheringNews(occasion, reader, happening(occasion, details.id(), reader, version), details);
    }

    /** One is invited once, whether one is told at once or later. */
    private static UUID happening(Occasion occasion, GatheringId id, AccountId reader, long version) {
        var between = ParticipationId.of(id, reader).value();
        return occasion == Occasion.INVITED ? between : Ids.derived("version " + version, between);
    }
}
