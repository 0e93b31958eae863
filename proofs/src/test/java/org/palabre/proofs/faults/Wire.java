package org.palabre.proofs.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A wire to a port of this machine that can be cut, stalled and gone silent. */
final class Wire implements AutoCloseable {

    private static final int BUFFER = 16 * 1024;

    private final int target;
    private final ServerSocket entrance;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private boolean stalled;

    private Wire(int target) throws IOException {
        this.target = target;
        this.entrance = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    }

    static Wire to(int target) throws IOException {
        var wire = new Wire(target);
        Thread.ofVirtual().start(wire::accept);
        return wire;
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** Both ends of every connection are told that it is over. */
    void cut() {
        connections.forEach(Connection::close);
    }

    /** Nothing gets through, until it flows again. */
    synchronized void stall() {
        stalled = true;
    }

    synchronized void flow() {
        stalled = false;
        notifyAll();
    }

    /** Nothing ever gets through the connections that there are, and nobody is told; new ones are as good as any. */
    void goSilent() {
        connections.forEach(connection -> connection.silent = true);
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        flow();
        cut();
    }

    private void accept() {
        try {
            while (true) {
                var near = entrance.accept();
                try {
                    new Connection(near, new Socket(InetAddress.getLoopbackAddress(), target)).open();
                } catch (IOException nobodyThere) {
                    near.close();
                }
            }
        } catch (SocketException closed) {
            cut();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private synchronized void awaitFlow() throws InterruptedException {
        while (stalled) {
            wait();
        }
    }

    private final class Connection {

        private final Socket near;
        private final Socket far;
        private volatile boolean silent;

        Connection(Socket near, Socket far) {
            this.near = near;
            this.far = far;
        }

        void open() throws IOException {
            near.setTcpNoDelay(true);
            far.setTcpNoDelay(true);
            connections.add(this);
            Thread.ofVirtual().start(() -> carry(near, far));
            Thread.ofVirtual().start(() -> carry(far, near));
        }

        private void carry(Socket from, Socket to) {
            try (InputStream in = from.getInputStream();
                    OutputStream out = to.getOutputStream()) {
                var buffer = new byte[BUFFER];
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    awaitFlow();
                    if (!silent) {
                        out.write(buffer, 0, read);
                    }
                }
            } catch (IOException | InterruptedException over) {
                // either end may go at any time: the other is told below
            }
            if (!silent) {
                close();
            }
        }

        void close() {
            connections.remove(this);
            try (near;
                    far) {
                // closing is all there is to do
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }
    }
}
