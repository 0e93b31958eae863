package org.palabre.gatherings.query;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.palabre.gatherings.GatheringFiles;
import org.palabre.gatherings.GatheringId;
import org.palabre.gatherings.GatheringQuery.FindGathering;
import org.palabre.gatherings.GatheringQuery.FindImage;
import org.palabre.gatherings.GatheringQuery.GatheringView;
import org.palabre.gatherings.GatheringQuery.Image;
import org.palabre.gatherings.GatheringQuery.Viewer;
import org.palabre.serving.ServedFiles;
import org.palabre.shared.Actor;
import org.palabre.storage.FileKey;
import org.palabre.web.Allow;
import org.palabre.web.Allow.Who;
import org.palabre.web.Me;
import org.palabre.web.Queries;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What of a gathering is no JSON: its picture, and its entry in a calendar. */
@RestController
class GatheringFileController {

    /** At an address that names the picture, for the one who looks: a draft's is in no cache of others. */
    private static final CacheControl FOR_A_DAY =
            CacheControl.maxAge(Duration.ofDays(1)).cachePrivate().immutable();

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final Queries queries;
    private final ServedFiles files;

    GatheringFileController(Queries queries, ServedFiles files) {
        this.queries = queries;
        this.files = files;
    }

    /**
     * The picture that a gathering shows.
     *
     * @param v the picture that is expected, as in the gathering's {@code image_url}
     */
    @GetMapping("/api/events/{id}/image")
    @Allow(Who.ALL)
    ResponseEntity<Resource> image(
            @PathVariable GatheringId id, @RequestParam Optional<String> v, @Me Actor me, HttpServletRequest request) {
        var image = queries.one(new FindImage(id, Viewer.of(me)), Image.class).id();
        var expected = v.filter(image.toString()::equals).isPresent();
        return files.answer(
                new FileKey(GatheringFiles.image(id, image)), expected ? FOR_A_DAY : CacheControl.noCache(), request);
    }

    @GetMapping(path = "/api/events/{id}/calendar.ics", produces = "text/calendar")
    @Allow(Who.ALL)
    ResponseEntity<byte[]> calendar(@PathVariable GatheringId id, @Me Actor me) {
        var gathering = queries.one(new FindGathering(id, Viewer.of(me)), GatheringView.class);
        var name = ContentDisposition.attachment()
                .filename(gathering.slug() + ".ics")
                .build();
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(CalendarEntry.of(gathering).getBytes(StandardCharsets.UTF_8));
    }
}
