package org.palabre.exports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.palabre.shared.Actor;
import org.palabre.storage.StorageUnavailable;
import org.palabre.web.Allow;
import org.palabre.web.Allow.Who;
import org.palabre.web.Me;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
class ExportController {

    private final List<PersonalData> contexts;
    private final JsonMapper json;

    ExportController(List<PersonalData> contexts, JsonMapper json) {
        this.contexts = contexts;
        this.json = json;
    }

    @GetMapping(path = "/api/users/me/export", produces = "application/zip")
    @Allow(Who.ACCOUNT)
    ResponseEntity<byte[]> export(@Me Actor.Account me) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("palabre.zip")
                                .build()
                                .toString())
                .body(zip(me));
    }

    private byte[] zip(Actor.Account person) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var context : contexts) {
                for (var file : context.of(person).entrySet()) {
                    zip.putNextEntry(new ZipEntry(file.getKey() + ".json"));
                    zip.write(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(file.getValue()));
                    zip.closeEntry();
                }
                for (var file : context.files(person).entrySet()) {
                    zip.putNextEntry(new ZipEntry(file.getKey()));
                    try (var content = file.getValue().open()) {
                        content.transferTo(zip);
                    }
                    zip.closeEntry();
                }
            }
        } catch (IOException unreadable) {
            throw new StorageUnavailable(unreadable);
        }
        return bytes.toByteArray();
    }
}
