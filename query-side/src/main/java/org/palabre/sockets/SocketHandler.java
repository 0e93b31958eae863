package org.palabre.sockets;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.palabre.shared.Actor;
import org.palabre.shared.Refused;
import org.palabre.shared.Refused.Common;
import org.palabre.shared.Refused.Kind;
import org.palabre.shared.Refused.Refusal;
import org.palabre.web.Credentials;
import org.palabre.web.Outage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lets people in at one endpoint and hands it their frames. Nothing is thrown from here: Spring would log it with the
 * session's address, which may hold a token.
 */
class SocketHandler extends AbstractWebSocketHandler {

    private static final Logger log = LoggerFactory.getLogger(SocketHandler.class);

    private static final int MAX_FRAME = 64 * 1024;
    private static final int BUFFER = 2 * 1024;
    private static final long SEND_TIMEOUT_MILLIS = 10_000;
    private static final String CONNECTION = "connection";

    private final Endpoint endpoint;
    private final List<Credentials> credentials;
    private final OpenSockets sockets;
    private final JsonMapper json;
    private final Traffic traffic;
    private final AtomicInteger open;
    private final int limitFrames;

    private record Connection(Socket socket, Exchange exchange, ArrivingFrame arriving, FrameLimit limit) {}

    SocketHandler(
            Endpoint endpoint,
            List<Credentials> credentials,
            OpenSockets sockets,
            JsonMapper json,
            Traffic traffic,
            int limitFrames) {
        this.endpoint = endpoint;
        this.credentials = credentials;
        this.sockets = sockets;
        this.json = json;
        this.traffic = traffic;
        this.limitFrames = limitFrames;
        open = traffic.openAt(endpoint.path());
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) throws IOException {
        try {
            var actor = actor(session).orElseThrow(() -> new Refused(Common.NOT_AUTHENTICATED));
            enter(session, actor);
        } catch (Refused refused) {
            session.close(
                    refusal(refused).kind() == Kind.NOT_AUTHENTICATED ? Closing.NOT_AUTHENTICATED : Closing.FORBIDDEN);
        } catch (RuntimeException failure) {
            log.error("Nobody can come in at {}", endpoint.path(), failure);
            session.close(Outage.isBehind(failure) ? Closing.COME_BACK : Closing.FAILED);
        }
    }

    private Optional<Actor> actor(WebSocketSession session) {
        return Arrival.takeToken(session)
                .flatMap(token -> credentials.stream()
                        .flatMap(each -> each.of(token).stream())
                        .map(Actor.class::cast)
                        .findFirst());
    }

    private void enter(WebSocketSession session, Actor actor) {
        session.setTextMessageSizeLimit(BUFFER);
        session.setBinaryMessageSizeLimit(BUFFER);
        if (session instanceof NativeWebSocketSession own
                && own.getNativeSession() instanceof jakarta.websocket.Session tomcat) {
            tomcat.getUserProperties().put("org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT", SEND_TIMEOUT_MILLIS);
        }
        var socket = new Socket(session, actor, new Wording(Arrival.language(session)), json, traffic);
        var exchange = endpoint.open(socket);
        session.getAttributes()
                .put(
                        CONNECTION,
                        new Connection(socket, exchange, new ArrivingFrame(MAX_FRAME), new FrameLimit(limitFrames)));
        open.incrementAndGet();
        sockets.add(socket);
        if (!session.isOpen()) {
            leave(session);
        }
    }

    @Override
    public boolean supportsPartialMessages() {
        return true;
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage part) {
        arrived(session, part, part.getPayload()).ifPresent(this::take);
    }

    @Override
    protected void handleBinaryMessage(WebSocketSession session, BinaryMessage part) {
        arrived(session, part, "").ifPresent(connection -> {
            connection.arriving().take();
            connection.socket().refuse("malformed", null, null);
        });
    }

    @Override
    protected void handlePongMessage(WebSocketSession session, PongMessage message) {
        if (session.getAttributes().get(CONNECTION) instanceof Connection connection) {
            connection.socket().answered();
        }
    }

    @Override
    public void handleTransportError(WebSocketSession session, Throwable failure) {
        log.debug("A socket broke at {}: {}", endpoint.path(), failure.getMessage());
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        leave(session);
    }

    private void leave(WebSocketSession session) {
        if (session.getAttributes().remove(CONNECTION) instanceof Connection connection) {
            open.decrementAndGet();
            sockets.remove(connection.socket());
            connection.exchange().closed();
            connection.socket().ended();
        }
    }

    /** The connection that this part came over, if its frame is whole now and can be taken. */
    private Optional<Connection> arrived(WebSocketSession session, WebSocketMessage<?> part, String text) {
        if (!(session.getAttributes().get(CONNECTION) instanceof Connection connection)
                || connection.socket().isClosing()) {
            return Optional.empty();
        }
        if (!connection.arriving().add(text, part.getPayloadLength())) {
            connection.socket().close(Closing.TOO_LARGE);
            return Optional.empty();
        }
        if (!part.isLast()) {
            return Optional.empty();
        }
        if (!connection.limit().take()) {
            connection.socket().close(Closing.TOO_MANY_FRAMES);
            return Optional.empty();
        }
        return Optional.of(connection);
    }

    private void take(Connection connection) {
        var frame = read(connection.arriving().take());
        if (frame == null) {
            connection.socket().refuse("malformed", null, null);
            return;
        }
        try {
            connection.exchange().received(frame);
        } catch (Refused refused) {
            refuse(connection, frame, refusal(refused).code());
        } catch (JacksonException unfit) {
            refuse(connection, frame, Common.INVALID.code());
        } catch (RuntimeException failure) {
            log.error("A frame could not be taken at {}", endpoint.path(), failure);
            refuse(connection, frame, "internal");
        }
    }

    private @Nullable ObjectNode read(String text) {
        try {
            return json.readTree(text) instanceof ObjectNode frame ? frame : null;
        } catch (JacksonException unreadable) {
            return null;
        }
    }

    private static void refuse(Connection connection, ObjectNode frame, String code) {
        connection.socket().refuse(code, text(frame, "id"), text(frame, "client_id"));
    }

    private static @Nullable String text(ObjectNode frame, String field) {
        return frame.path(field).stringValue(null);
    }

    private static Refusal refusal(Refused refused) {
        return refused.<Refusal>getDetails().orElseThrow();
    }
}
