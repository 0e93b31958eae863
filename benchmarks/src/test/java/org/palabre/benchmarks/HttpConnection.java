package org.palabre.benchmarks;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;

/**
 * A kept-alive connection that sends requests and reads answers one by one. It knows no more of HTTP than it needs: who
 * asks shares the machine with who answers, and the JDK's client would take as much processor time as the platform.
 */
final class HttpConnection implements Closeable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int LONGEST_LINE = 8 * 1024;

    private final int port;
    private final byte[] read = new byte[64 * 1024];
    private final byte[] line = new byte[LONGEST_LINE];
    private Socket socket;
    private OutputStream out;
    private InputStream in;
    private int at;
    private int end;

    HttpConnection(int port) throws IOException {
        this.port = port;
        socket = connect();
        out = socket.getOutputStream();
        in = socket.getInputStream();
    }

    private Socket connect() throws IOException {
        var connected = new Socket();
        connected.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) PATIENCE.toMillis());
        connected.setTcpNoDelay(true);
        connected.setSoTimeout((int) PATIENCE.toMillis());
        return connected;
    }

    void ask(byte[] request) throws IOException {
        out.write(request);
    }

    Reply answer() throws IOException {
        var status = Integer.parseInt(line(), 9, 12, 10);
        var length = 0;
        var chunked = false;
        var last = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            if (is("Content-Length:", header)) {
                length = Integer.parseInt(header, "Content-Length:".length() + 1, header.length(), 10);
            } else if (is("Transfer-Encoding:", header)) {
                chunked = true;
            } else if (is("Connection: close", header)) {
                last = true;
            }
        }
        var reply = new Reply(status, chunked ? chunks() : bytes(length));
        if (last) {
            reconnect();
        }
        return reply;
    }

    /** The platform ends a connection after so many requests. */
    private void reconnect() throws IOException {
        socket.close();
        socket = connect();
        out = socket.getOutputStream();
        in = socket.getInputStream();
    }

    private static boolean is(String name, String header) {
        return header.regionMatches(true, 0, name, 0, name.length());
    }

    private byte[] chunks() throws IOException {
        var body = new byte[0];
        int length;
        do {
            length = Integer.parseInt(line(), 16);
            var before = body.length;
            body = Arrays.copyOf(body, before + length);
            System.arraycopy(bytes(length), 0, body, before, length);
            line();
        } while (length > 0);
        return body;
    }

    private byte[] bytes(int length) throws IOException {
        var bytes = new byte[length];
        for (int have = 0; have < length; ) {
            if (at == end) {
                fill();
            }
            var more = Math.min(length - have, end - at);
            System.arraycopy(read, at, bytes, have, more);
            at += more;
            have += more;
        }
        return bytes;
    }

    /** The next line, without its end. */
    @SuppressWarnings("deprecation") // a line of HTTP is ASCII, and this is the way to it without decoding
    private String line() throws IOException {
        var length = 0;
        while (true) {
            if (at == end) {
                fill();
            }
            var next = read[at++];
            if (next == '\n') {
                return new String(line, 0, 0, length);
            }
            if (next != '\r') {
                line[length++] = next;
            }
        }
    }

    private void fill() throws IOException {
        at = 0;
        end = in.read(read);
        if (end < 0) {
            throw new EOFException("The platform hung up");
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
