package org.palabre.platform;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody at the other end of a socket, who keeps every frame. */
public final class Listener implements WebSocket.Listener, AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder unfinished = new StringBuilder();
    private WebSocket socket;

    /** Opens a socket as the client, whose token goes along as a subprotocol. */
    public static Listener at(String path, Client client) {
        var listener = new Listener();
        listener.socket = HTTP.newWebSocketBuilder()
                .subprotocols("palabre.v1", "bearer." + client.token())
                .buildAsync(uri(path, client), listener)
                .join();
        return listener;
    }

    /** Opens a socket at an address that may have a token in it. */
    public static Listener atAddress(String path, Client client) {
        var listener = new Listener();
        listener.socket = HTTP.newWebSocketBuilder()
                .buildAsync(uri(path, client), listener)
                .join();
        return listener;
    }

    public static URI uri(String path, Client client) {
        return URI.create(client.origin().replace("http", "ws") + path);
    }

    /** Waits until the other end takes frames, and so tells whatever happens from now on. */
    public Listener ready() {
        say("{}").await(1);
        frames.clear();
        return this;
    }

    /** Follows a topic under its own name. */
    public Listener follow(String topic, String params) {
        return say("{\"type\":\"subscribe\",\"id\":\"%s\",\"topic\":\"%s\",\"params\":%s}"
                .formatted(topic, topic, params));
    }

    public Listener say(String frame) {
        socket.sendText(frame, true).join();
        return this;
    }

    public String protocol() {
        return socket.getSubprotocol();
    }

    public List<JsonNode> frames() {
        return List.copyOf(frames);
    }

    /** The states of a topic, in the order in which they came. */
    public List<JsonNode> states(String topic) {
        return frames.stream()
                .filter(frame -> frame.path("id").asString("").equals(topic) && frame.has("data"))
                .map(frame -> frame.get("data"))
                .toList();
    }

    /** Waits for so many frames. */
    public List<JsonNode> await(int number) {
        Patience.await().until(() -> frames.size() >= number);
        return frames();
    }

    public int closeCode() {
        return closed.orTimeout(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS).join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        unfinished.append(text);
        if (last) {
            frames.add(JSON.readTree(unfinished.toString()));
            unfinished.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        closed.completeExceptionally(failure);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
