package org.palabre.gatherings.command;

import static org.palabre.handling.Precondition.met;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;
import org.palabre.gatherings.GatheringCommand.ShowImage;
import org.palabre.gatherings.GatheringFiles;
import org.palabre.gatherings.GatheringId;
import org.palabre.gatherings.GatheringQuery.GatheringDetails;
import org.palabre.shared.Actor;
import org.palabre.shared.Refused;
import org.palabre.shared.Refused.Common;
import org.palabre.storage.AbandonedFiles;
import org.palabre.storage.FileKey;
import org.springframework.stereotype.Component;

/** Lets owners show a picture of their gathering, and gives up those that are shown no more. */
@Component
class ImageCommands {

    private final Gatherings gatherings;
    private final Images images;
    private final Clock clock;

    ImageCommands(Gatherings gatherings, Images images, Clock clock) {
        this.gatherings = gatherings;
        this.images = images;
        this.clock = clock;
    }

    @CommandHandler
    GatheringDetails handle(ShowImage command, Actor actor) {
        var gathering = met(gatherings.own(command.gatheringId(), actor));
        gathering
                .invoke(Gathering::image)
                .filter(shown -> !shown.equals(command.image()))
                .ifPresent(shown -> images.replaced(command.gatheringId(), shown));
        gathering.execute(it -> it.show(command.image()));
        return gathering.invoke(Gathering::details);
    }

    @CommandHandler
    @Nullable
    AbandonedFiles handle(DiscardImage command, Actor actor) {
        actor.mustBePlatform();
        if (!shown(command.gatheringId()).equals(Optional.of(command.image()))) {
            return new AbandonedFiles(new FileKey(GatheringFiles.image(command.gatheringId(), command.image())));
        }
        if (clock.instant().isBefore(command.until())) {
            throw new Refused(Common.UNAVAILABLE);
        }
        return null;
    }

    /** A draft may have been deleted with its picture. */
    private Optional<UUID> shown(GatheringId gatheringId) {
        try {
            return gatherings.load(gatheringId).invoke(Gathering::image);
        } catch (AggregateNotFoundException deleted) {
            return Optional.empty();
        }
    }
}
