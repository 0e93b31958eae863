package org.palabre.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who calls the platform over HTTP. Immutable: {@code as} and {@code with} make another. */
public record Client(String origin, String token, List<String> headers) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    static Client anonymous(String origin) {
        return new Client(origin, "", List.of());
    }

    public Client as(String bearer) {
        return new Client(origin, bearer, headers);
    }

    public Client with(String name, String value) {
        var more = new ArrayList<>(headers);
        more.addAll(List.of(name, value));
        return new Client(origin, token, List.copyOf(more));
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    public Answer post(String path) {
        return send("POST", path, null);
    }

    /** A record, a map, or a text or bytes that are sent as they are. */
    public Answer post(String path, Object body) {
        return send("POST", path, body);
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, body);
    }

    public Answer patch(String path, Object body) {
        return send("PATCH", path, body);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    public Answer delete(String path, Object body) {
        return send("DELETE", path, body);
    }

    /** A file in this field of a form. */
    public Answer upload(String method, String path, String field, byte[] file) {
        var begin = "--palabre\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"a file\"\r\n\r\n"
                .formatted(field);
        var body = new ByteArrayOutputStream();
        body.writeBytes(begin.getBytes(UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--palabre--\r\n".getBytes(UTF_8));
        return with("Content-Type", "multipart/form-data; boundary=palabre").send(method, path, body.toByteArray());
    }

    public Answer send(String method, String path, Object body) {
        var request = HttpRequest.newBuilder(URI.create(origin + path)).timeout(Patience.LONGEST);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        if (body == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            if (!headers.contains("Content-Type")) {
                request.header("Content-Type", "application/json");
            }
            request.method(
                    method,
                    switch (body) {
                        case byte[] bytes -> BodyPublishers.ofByteArray(bytes);
                        case String text -> BodyPublishers.ofString(text);
                        default -> BodyPublishers.ofString(JSON.writeValueAsString(body));
                    });
        }
        try {
            return Answer.of(HTTP.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
