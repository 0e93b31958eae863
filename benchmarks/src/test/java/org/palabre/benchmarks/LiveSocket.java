package org.palabre.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.palabre.platform.Fair.Company;

/** A WebSocket that follows a company's board; as lean as {@link HttpConnection}, and for the same reason. */
final class LiveSocket implements Closeable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int LONGEST_FRAME = 64 * 1024;
    private static final String END_OF_HEADERS = "\r\n\r\n";

    private static final int LAST = 0x80;
    private static final int TEXT = LAST | 1;
    private static final int PING = LAST | 9;
    private static final int PONG = LAST | 10;
    private static final int MASKED = 0x80;
    private static final int LENGTH_IN_TWO_BYTES = 126;
    private static final int LENGTH_IN_EIGHT_BYTES = 127;

    private final SocketChannel channel;
    private final ByteBuffer in = ByteBuffer.allocate(LONGEST_FRAME).limit(0);

    private LiveSocket(SocketChannel channel) {
        this.channel = channel;
    }

    static LiveSocket follow(Company company, int port) throws IOException {
        var patience = (int) PATIENCE.toMillis();
        var channel = SocketChannel.open();
        channel.socket().connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), patience);
        channel.socket().setTcpNoDelay(true);
        channel.socket().setSoTimeout(patience);
        var socket = new LiveSocket(channel);
        socket.shakeHands(company.token());
        socket.say(
                TEXT,
                "{\"type\":\"subscribe\",\"id\":\"1\",\"topic\":\"company-board\",\"params\":{\"company_id\":\"%s\"}}"
                        .formatted(company.id()));
        socket.await("\"initial\"");
        return socket;
    }

    SocketChannel channel() {
        return channel;
    }

    /** Waits for a frame with this text in it. */
    void await(String text) throws IOException {
        while (true) {
            var frame = next();
            if (frame == null) {
                fill();
            } else if (UTF_8.decode(frame).toString().contains(text)) {
                return;
            }
        }
    }

    /** Takes what has arrived on a channel that does not block. */
    void take() throws IOException {
        in.compact();
        arrived(channel.read(in));
    }

    /** The next text that has arrived as a whole, if there is one; good until more is taken. */
    @Nullable
    ByteBuffer next() throws IOException {
        while (true) {
            var start = in.position();
            if (in.remaining() < 2 || in.remaining() < headerLength(start)) {
                return null;
            }
            var payload = start + headerLength(start);
            var end = payload + payloadLength(start);
            if (in.limit() < end) {
                return null;
            }
            in.position(end);
            switch (in.get(start) & 0xFF) {
                case TEXT -> {
                    return in.slice(payload, end - payload);
                }
                case PING -> say(PONG, "");
                default -> throw new EOFException("The platform said good-bye");
            }
        }
    }

    private int headerLength(int start) {
        return switch (in.get(start + 1)) {
            case LENGTH_IN_EIGHT_BYTES -> 10;
            case LENGTH_IN_TWO_BYTES -> 4;
            default -> 2;
        };
    }

    private int payloadLength(int start) {
        return switch (in.get(start + 1)) {
            case LENGTH_IN_EIGHT_BYTES -> Math.toIntExact(in.getLong(start + 2));
            case LENGTH_IN_TWO_BYTES -> in.getShort(start + 2) & 0xFFFF;
            default -> in.get(start + 1);
        };
    }

    private void shakeHands(String token) throws IOException {
        var request = """
                GET /ws/live HTTP/1.1\r
                Host: localhost\r
                Connection: Upgrade\r
                Upgrade: websocket\r
                Sec-WebSocket-Version: 13\r
                Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r
                Sec-WebSocket-Protocol: palabre.v1, bearer.%s\r
                \r
                """;
        channel.write(US_ASCII.encode(request.formatted(token)));
        var answer = "";
        while (!answer.contains(END_OF_HEADERS)) {
            fill();
            answer = US_ASCII.decode(in.duplicate()).toString();
        }
        if (!answer.startsWith("HTTP/1.1 101")) {
            throw new IllegalStateException(answer);
        }
        in.position(answer.indexOf(END_OF_HEADERS) + END_OF_HEADERS.length());
    }

    /** A client's frames are masked; a mask of zeros leaves them as they are. */
    private void say(int kind, String text) throws IOException {
        var length = text.length();
        var frame = ByteBuffer.allocate(8 + length).put((byte) kind);
        if (length < LENGTH_IN_TWO_BYTES) {
            frame.put((byte) (MASKED | length));
        } else {
            frame.put((byte) (MASKED | LENGTH_IN_TWO_BYTES)).putShort((short) length);
        }
        frame.putInt(0).put(US_ASCII.encode(text));
        channel.write(frame.flip());
    }

    private void fill() throws IOException {
        in.compact();
        var length = channel.socket().getInputStream().read(in.array(), in.position(), in.remaining());
        in.position(in.position() + Math.max(0, length));
        arrived(length);
    }

    private void arrived(int length) throws EOFException {
        in.flip();
        if (length < 0) {
            throw new EOFException("The platform hung up");
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
