package org.palabre.gatherings.command;

import jakarta.validation.Valid;
import java.net.URI;
import org.palabre.gatherings.GatheringCommand;
import org.palabre.gatherings.GatheringCommand.AnnounceGathering;
import org.palabre.gatherings.GatheringCommand.CancelGathering;
import org.palabre.gatherings.GatheringCommand.DeleteGathering;
import org.palabre.gatherings.GatheringCommand.EditGathering;
import org.palabre.gatherings.GatheringCommand.ShowImage;
import org.palabre.gatherings.GatheringCommand.SubmitGathering;
import org.palabre.gatherings.GatheringId;
import org.palabre.gatherings.GatheringQuery.GatheringDetails;
import org.palabre.gatherings.GatheringQuery.GatheringView;
import org.palabre.pictures.Pictures;
import org.palabre.shared.Ids;
import org.palabre.web.Allow;
import org.palabre.web.Allow.Who;
import org.palabre.web.Commands;
import org.palabre.web.UnfitFile;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** What people do with their own gatherings. */
@RestController
class GatheringCommandController {

    private final Commands commands;
    private final GatheringViews views;
    private final Pictures pictures;
    private final Images images;

    GatheringCommandController(Commands commands, GatheringViews views, Pictures pictures, Images images) {
        this.commands = commands;
        this.views = views;
        this.pictures = pictures;
        this.images = images;
    }

    @PostMapping({"/api/events", "/api/events/create"})
    @Allow(Who.ACTIVE)
    ResponseEntity<GatheringView> announce(@RequestBody @Valid AnnouncementForm form) {
        var gathering = decided(
                new AnnounceGathering(GatheringId.next(), form.announcement(), Boolean.TRUE.equals(form.draft())));
        return ResponseEntity.created(URI.create("/api/events/" + gathering.id()))
                .body(gathering);
    }

    @PatchMapping("/api/events/{id}")
    @Allow(Who.OWNER)
    GatheringView edit(@PathVariable GatheringId id, @RequestBody @Valid AnnouncementChangesForm form) {
        return decided(new EditGathering(id, form.changes()));
    }

    @PutMapping("/api/events/{id}/image")
    @Allow(Who.OWNER)
    GatheringView show(@PathVariable GatheringId id, @RequestPart(UnfitFile.FIELD) MultipartFile file) {
        var image = Ids.next();
        images.store(id, image, pictures.inSizes(file, Images.SIZES).getFirst());
        try {
            return decided(new ShowImage(id, image));
        } catch (RuntimeException failure) {
            images.refused(id, image);
            throw failure;
        }
    }

    @PostMapping("/api/events/{id}/submit")
    @Allow(Who.OWNER)
    GatheringView submit(@PathVariable GatheringId id) {
        return decided(new SubmitGathering(id));
    }

    @PostMapping("/api/events/{id}/cancel")
    @Allow(Who.OWNER)
    GatheringView cancel(@PathVariable GatheringId id) {
        return decided(new CancelGathering(id));
    }

    @DeleteMapping("/api/events/{id}")
    @Allow(Who.OWNER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable GatheringId id) {
        commands.send(new DeleteGathering(id));
    }

    private GatheringView decided(GatheringCommand command) {
        return views.of(commands.send(command, GatheringDetails.class));
    }
}
