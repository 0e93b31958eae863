package org.palabre.sockets;

import org.springframework.web.socket.CloseStatus;

/** Why a socket is closed. The numbers are public: clients switch on them. */
public final class Closing {

    public static final CloseStatus NOT_AUTHENTICATED = new CloseStatus(4401, "not_authenticated");
    public static final CloseStatus FORBIDDEN = new CloseStatus(4403, "forbidden");
    public static final CloseStatus TOO_SLOW = new CloseStatus(4408, "too_slow");
    public static final CloseStatus TOO_MANY_FRAMES = new CloseStatus(4429, "too_many_requests");
    public static final CloseStatus TOO_LARGE = CloseStatus.TOO_BIG_TO_PROCESS;
    public static final CloseStatus COME_BACK = CloseStatus.GOING_AWAY;
    public static final CloseStatus FAILED = CloseStatus.SERVER_ERROR;

    private Closing() {}
}
