package org.palabre.sockets;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What is said on {@code /ws/live}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
sealed interface LiveFrame {

    /** What clients say. */
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Incoming.Subscribe.class, name = "subscribe"),
        @JsonSubTypes.Type(value = Incoming.Unsubscribe.class, name = "unsubscribe")
    })
    sealed interface Incoming extends LiveFrame {

        record Subscribe(String id, String topic, @Nullable ObjectNode params) implements Incoming {

            private static final int MAX_ID = 100;

            public Subscribe {
                if (id.isEmpty() || id.length() > MAX_ID || topic.isEmpty()) {
                    throw new IllegalArgumentException("No such id or topic");
                }
            }
        }

        record Unsubscribe(String id) implements Incoming {

            public Unsubscribe {
                if (id.isEmpty()) {
                    throw new IllegalArgumentException("No such id");
                }
            }
        }
    }

    /** What they are told. */
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Outgoing.Initial.class, name = "initial"),
        @JsonSubTypes.Type(value = Outgoing.Update.class, name = "update"),
        @JsonSubTypes.Type(value = Outgoing.Complete.class, name = "complete")
    })
    sealed interface Outgoing extends LiveFrame {

        record Initial(String id, @JsonRawValue String data) implements Outgoing {}

        record Update(String id, @JsonRawValue String data) implements Outgoing {}

        record Complete(String id) implements Outgoing {}
    }
}
