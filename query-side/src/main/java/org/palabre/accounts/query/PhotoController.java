package org.palabre.accounts.query;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.palabre.accounts.AccountFiles;
import org.palabre.accounts.AccountId;
import org.palabre.accounts.AccountQuery.FindPhoto;
import org.palabre.accounts.AccountQuery.Photo;
import org.palabre.accounts.PhotoSize;
import org.palabre.serving.ServedFiles;
import org.palabre.storage.FileKey;
import org.palabre.web.Allow;
import org.palabre.web.Allow.Who;
import org.palabre.web.Queries;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PhotoController {

    /** At an address that names the photo, for the one who looks: an erased person's are in no cache of others. */
    private static final CacheControl FOR_A_DAY =
            CacheControl.maxAge(Duration.ofDays(1)).cachePrivate().immutable();

    private final Queries queries;
    private final ServedFiles files;

    PhotoController(Queries queries, ServedFiles files) {
        this.queries = queries;
        this.files = files;
    }

    /**
     * The photo that an account shows.
     *
     * @param v the photo that is expected, as in the account's {@code photo_url}
     */
    @GetMapping("/api/users/{id}/photo")
    @Allow(Who.ALL)
    ResponseEntity<Resource> photo(
            @PathVariable AccountId id,
            @RequestParam(defaultValue = "large") PhotoSize size,
            @RequestParam Optional<String> v,
            HttpServletRequest request) {
        var photo = queries.one(new FindPhoto(id), Photo.class).id();
        var expected = v.filter(photo.toString()::equals).isPresent();
        return files.answer(
                new FileKey(AccountFiles.photo(id, photo, size)),
                expected ? FOR_A_DAY : CacheControl.noCache(),
                request);
    }
}
