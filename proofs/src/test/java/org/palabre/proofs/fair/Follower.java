package org.palabre.proofs.fair;

import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.palabre.platform.Listener;
import org.palabre.proofs.fair.Sightings.Sighting;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who follows the board of a stand over a socket, and comes back whenever it is cut. */
final class Follower implements WebSocket.Listener, AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST_PAUSE_MILLIS = 2_000;

    /** What all followers have in common: one client, and each frame's board once, however many are told of it. */
    static final class Gallery implements AutoCloseable {

        private final HttpClient http = HttpClient.newHttpClient();
        private final Map<String, Board> boards = new ConcurrentHashMap<>();
        private final AtomicInteger connections = new AtomicInteger();
        private final Queue<String> surprises = new ConcurrentLinkedQueue<>();

        int connections() {
            return connections.get();
        }

        int boards() {
            return boards.size();
        }

        /** Frames and closings that nobody who does as the contract says should ever get. */
        List<String> surprises() {
            return List.copyOf(surprises);
        }

        @Override
        public void close() {
            http.shutdownNow();
        }
    }

    private final Gallery gallery;
    private final Visitor stand;
    private final String name;
    private final List<Board> states = new CopyOnWriteArrayList<>();
    private final StringBuilder unfinished = new StringBuilder();
    private volatile WebSocket socket;
    private volatile boolean gone;
    private int failures;

    private Follower(Gallery gallery, Visitor stand, String name) {
        this.gallery = gallery;
        this.stand = stand;
        this.name = name;
    }

    static Follower of(Visitor stand, String name, Gallery gallery) {
        var follower = new Follower(gallery, stand, name);
        follower.connect();
        return follower;
    }

    Sighting sighting() {
        return new Sighting(name, stand.id(), List.copyOf(states));
    }

    boolean sawNothing() {
        return states.isEmpty();
    }

    boolean sees(Board board) {
        return !states.isEmpty() && states.getLast().equals(board);
    }

    String company() {
        return stand.id();
    }

    private void connect() {
        if (gone) {
            return;
        }
        var client = stand.client();
        gallery.http
                .newWebSocketBuilder()
                .subprotocols("palabre.v1", "bearer." + client.token())
                .buildAsync(Listener.uri("/ws/live", client), this)
                .whenComplete((_, failure) -> {
                    if (failure != null) {
                        comeBack();
                    }
                });
    }

    private void comeBack() {
        var longest = Math.min(LONGEST_PAUSE_MILLIS, 100 << Math.min(failures++, 10));
        CompletableFuture.delayedExecutor(
                        ThreadLocalRandom.current().nextInt(longest / 2, longest), TimeUnit.MILLISECONDS)
                .execute(this::connect);
    }

    @Override
    public void onOpen(WebSocket opened) {
        socket = opened;
        gallery.connections.incrementAndGet();
        unfinished.setLength(0);
        opened.sendText(
                "{\"type\":\"subscribe\",\"id\":\"board\",\"topic\":\"company-board\",\"params\":{\"company_id\":\"%s\"}}"
                        .formatted(stand.id()),
                true);
        opened.request(1);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        unfinished.append(text);
        if (last) {
            var frame = unfinished.toString();
            unfinished.setLength(0);
            failures = 0;
            if (frame.contains("\"data\"")) {
                see(gallery.boards.computeIfAbsent(
                        frame.substring(frame.indexOf("\"data\"")),
                        _ -> Board.of(JSON.readTree(frame).get("data"))));
            } else {
                gallery.surprises.add(frame);
            }
        }
        from.request(1);
        return null;
    }

    private void see(Board board) {
        if (states.isEmpty() || !states.getLast().equals(board)) {
            states.add(board);
        }
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        // 1001: the server goes down; 1006: the line broke
        if (code != 1001 && code != 1006) {
            gallery.surprises.add("closed with " + code + " " + reason);
        }
        comeBack();
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        comeBack();
    }

    @Override
    public void close() {
        gone = true;
        if (socket != null) {
            socket.abort();
        }
    }
}
