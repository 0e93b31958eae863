package org.palabre.sockets;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;
import org.palabre.sockets.LiveFrame.Outgoing.Update;
import org.springframework.web.socket.TextMessage;
import tools.jackson.databind.json.JsonMapper;

/** What all followers are told. A frame that is the same for many of them is made once. */
final class Told {

    private final JsonMapper mapper;
    private final String json;
    private @Nullable TextMessage frame;
    private @Nullable TextMessage update;
    private String id = "";

    Told(JsonMapper mapper, Object what) {
        this.mapper = mapper;
        this.json = mapper.writeValueAsString(what);
    }

    String json() {
        return json;
    }

    /** A frame of nothing else. */
    synchronized TextMessage frame() {
        if (frame == null) {
            frame = new TextMessage(json.getBytes(UTF_8));
        }
        return frame;
    }

    /** The frame for those who follow under this id: clients of one kind all choose the same. */
    synchronized TextMessage update(String id) {
        if (update == null || !id.equals(this.id)) {
            update = new TextMessage(mapper.writeValueAsBytes(new Update(id, json)));
            this.id = id;
        }
        return update;
    }
}
