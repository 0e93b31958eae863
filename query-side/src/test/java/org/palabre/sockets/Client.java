package org.palabre.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody at the other end of a socket. */
class Client implements WebSocket.Listener, AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();
    private static final int PATIENCE_SECONDS = 60;

    private final boolean reads;
    private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder unfinished = new StringBuilder();
    private WebSocket socket;

    private Client(boolean reads) {
        this.reads = reads;
    }

    static WebSocket.Builder builder() {
        return HTTP.newWebSocketBuilder();
    }

    static Client connect(String url) {
        return connect(url, builder());
    }

    static Client connect(String url, WebSocket.Builder builder) {
        return connect(url, builder, new Client(true));
    }

    /** Opens a socket and takes nothing from it before {@link #read()}. */
    static Client connectWithoutReading(String url) {
        return connect(url, builder(), new Client(false));
    }

    private static Client connect(String url, WebSocket.Builder builder, Client client) {
        client.socket = builder.buildAsync(URI.create(url), client).join();
        return client;
    }

    static JsonNode parse(String json) {
        return JSON.readTree(json);
    }

    void say(String json) {
        socket.sendText(json.replace('\'', '"'), true).join();
    }

    void sayBinary() {
        socket.sendBinary(ByteBuffer.wrap(new byte[] {1, 2, 3}), true).join();
    }

    void read() {
        socket.request(Long.MAX_VALUE);
    }

    String protocol() {
        return socket.getSubprotocol();
    }

    JsonNode next() throws InterruptedException {
        var frame = frames.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(frame).as("next frame").isNotNull();
        return frame;
    }

    int closeCode() {
        return closed.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    boolean isClosed() {
        return closed.isDone();
    }

    @Override
    public void onOpen(WebSocket opened) {
        if (reads) {
            opened.request(Long.MAX_VALUE);
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        unfinished.append(text);
        if (last) {
            frames.add(JSON.readTree(unfinished.toString()));
            unfinished.setLength(0);
        }
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
