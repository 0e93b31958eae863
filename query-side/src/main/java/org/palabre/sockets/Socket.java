package org.palabre.sockets;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.palabre.shared.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import tools.jackson.databind.json.JsonMapper;

/** One open connection, as those see it who have something to send. No call waits for the other end. */
public final class Socket {

    private static final Logger log = LoggerFactory.getLogger(Socket.class);

    private final WebSocketSession session;
    private final Actor actor;
    private final Wording wording;
    private final JsonMapper json;
    private final Traffic traffic;
    private final Outbox outbox = new Outbox();
    private final Worker writer = new Worker(this::write);
    private final AtomicReference<@Nullable CloseStatus> closing = new AtomicReference<>();
    private final AtomicBoolean awaitsPong = new AtomicBoolean();
    private final CompletableFuture<Void> gone = new CompletableFuture<>();

    Socket(WebSocketSession session, Actor actor, Wording wording, JsonMapper json, Traffic traffic) {
        this.session = session;
        this.actor = actor;
        this.wording = wording;
        this.json = json;
        this.traffic = traffic;
    }

    /** Who came in. */
    public Actor actor() {
        return actor;
    }

    /** Sends a frame after all that were sent before. */
    public void send(Object frame) {
        sendFrame(new TextMessage(json.writeValueAsBytes(frame)));
    }

    /** Sends a frame in the place of the last one with the same key, if that has not left yet. */
    void sendNewest(Object key, TextMessage frame) {
        post(outbox.put(key, frame));
    }

    /** Answers a frame that cannot be taken, named by its {@code id} or {@code client_id} if it has one. */
    public void refuse(String code, @Nullable String id, @Nullable String clientId) {
        send(new ErrorFrame(code, wording.detail(code), id, clientId));
    }

    void sendFrame(TextMessage frame) {
        post(outbox.put(new Object(), frame));
    }

    /** Closes it; what has not left yet is dropped. */
    public void close(CloseStatus why) {
        if (closing.compareAndSet(null, why)) {
            outbox.close();
            writer.wake();
        }
    }

    boolean isClosing() {
        return closing.get() != null;
    }

    /** Asks whether the other end is still there; one that has not answered the last time is gone. */
    void ping() {
        if (awaitsPong.getAndSet(true)) {
            close(Closing.COME_BACK);
        } else {
            post(outbox.putPing());
        }
    }

    void answered() {
        awaitsPong.set(false);
    }

    /** Tells that the connection has ended. */
    void ended() {
        close(CloseStatus.NORMAL);
        gone.complete(null);
    }

    CompletableFuture<Void> gone() {
        return gone;
    }

    private void post(boolean roomLeft) {
        if (roomLeft) {
            writer.wake();
        } else if (!isClosing()) {
            traffic.cutOff();
            close(Closing.TOO_SLOW);
        }
    }

    private void write() {
        try {
            for (var next = outbox.poll(); next != null; next = outbox.poll()) {
                session.sendMessage(next);
                traffic.sent();
            }
        } catch (IOException | IllegalStateException broken) {
            debug(broken);
            close(Closing.FAILED);
        }
        var why = closing.get();
        if (why != null && session.isOpen()) {
            try {
                session.close(why);
            } catch (IOException | IllegalStateException broken) {
                debug(broken);
            }
        }
    }

    /** Without the session, whose text has the address and so perhaps a token. */
    private static void debug(Exception broken) {
        log.debug("A socket broke: {}", broken.getMessage());
    }
}
