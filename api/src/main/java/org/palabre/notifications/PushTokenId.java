package org.palabre.notifications;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a push token without telling it: a keyed hash. */
public record PushTokenId(@JsonValue UUID value) {

    @JsonCreator
    public PushTokenId {}

    @Override
    public String toString() {
        return value.toString();
    }
}
