package org.palabre.sockets;

import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketMessage;

/** What waits to be sent over one socket, in order; a slow reader makes it full. */
final class Outbox {

    private static final int CAPACITY = 1 << 20;

    private final LinkedHashMap<Object, Waiting> waiting = new LinkedHashMap<>();
    private int bytes;
    private boolean closed;

    private record Waiting(WebSocketMessage<?> message, int bytes) {}

    /**
     * Adds a frame, in the place of the one with the same key if that still waits.
     *
     * @return whether there was room; a lone frame always has it
     */
    synchronized boolean put(Object key, TextMessage frame) {
        return add(key, new Waiting(frame, frame.getPayloadLength()));
    }

    synchronized boolean putPing() {
        return add(new Object(), new Waiting(new PingMessage(), 0));
    }

    synchronized @Nullable WebSocketMessage<?> poll() {
        var first = waiting.pollFirstEntry();
        if (first == null) {
            return null;
        }
        bytes -= first.getValue().bytes();
        return first.getValue().message();
    }

    /** Forgets what waits, and whatever comes later. */
    synchronized void close() {
        closed = true;
        waiting.clear();
        bytes = 0;
    }

    private boolean add(Object key, Waiting frame) {
        if (closed) {
            return true;
        }
        var replaced = waiting.put(key, frame);
        bytes += frame.bytes() - (replaced == null ? 0 : replaced.bytes());
        return bytes <= CAPACITY || waiting.size() == 1;
    }
}
