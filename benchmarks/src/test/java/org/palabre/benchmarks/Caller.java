package org.palabre.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;

/** Somebody who calls the platform, with a token or with none, over a connection that others may use too. */
record Caller(HttpConnection connection, String token) {

    Reply get(String path) throws IOException {
        return send("GET", path, "");
    }

    Reply post(String path) throws IOException {
        return send("POST", path, "");
    }

    Reply post(String path, String json) throws IOException {
        return send("POST", path, json);
    }

    Reply put(String path, String json) throws IOException {
        return send("PUT", path, json);
    }

    Reply patch(String path, String json) throws IOException {
        return send("PATCH", path, json);
    }

    Reply delete(String path) throws IOException {
        return send("DELETE", path, "");
    }

    Reply send(String method, String path, String json) throws IOException {
        ask(method, path, json);
        return connection.answer();
    }

    /** Leaves the answer for later. */
    void ask(String method, String path, String json) throws IOException {
        var authorization = token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n";
        var request = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n" + authorization
                + "Content-Type: application/json\r\nContent-Length: " + json.length() + "\r\n\r\n" + json;
        connection.ask(request.getBytes(US_ASCII));
    }
}
