package org.palabre.sockets;

/** An address for sockets; each is a bean. Origin, token, size and number of frames are judged before it. */
public interface Endpoint {

    String path();

    /** Lets somebody in, or refuses them, which closes the socket. */
    Exchange open(Socket socket);
}
