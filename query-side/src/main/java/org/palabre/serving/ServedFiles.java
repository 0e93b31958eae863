package org.palabre.serving;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.palabre.shared.Refused;
import org.palabre.shared.Refused.Common;
import org.palabre.storage.FileKey;
import org.palabre.storage.Storage;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Answers with stored files, streamed as they are stored. What is under a key never changes where it is served, so the
 * key makes its entity tag, which does not show it.
 */
@Component
public class ServedFiles {

    private final Storage storage;

    ServedFiles(Storage storage) {
        this.storage = storage;
    }

    /** The file, or the part of it that the request asks for; not found if it is not there. */
    public ResponseEntity<Resource> answer(FileKey key, CacheControl caching, HttpServletRequest request) {
        var file = storage.find(key).orElseThrow(() -> new Refused(Common.NOT_FOUND));
        var tag = "\"" + UUID.nameUUIDFromBytes(key.value().getBytes(StandardCharsets.US_ASCII)) + "\"";
        var part = FilePart.of(request, tag, file.size());
        var answer = ResponseEntity.status(part.asked() ? HttpStatus.PARTIAL_CONTENT : HttpStatus.OK)
                .cacheControl(caching)
                .eTag(tag)
                .header(HttpHeaders.ACCEPT_RANGES, "bytes")
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .contentLength(part.length());
        if (part.asked()) {
            answer.header(HttpHeaders.CONTENT_RANGE, part.contentRange());
        }
        return request.getMethod().equals("HEAD")
                ? answer.build()
                : answer.body(new InputStreamResource(() -> file.open(part.first(), part.length())));
    }
}
