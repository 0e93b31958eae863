package org.palabre.payments;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.palabre.shared.Ids;

/** Identifies a subscription. */
public record SubscriptionId(@JsonValue UUID value) {

    @JsonCreator
    public SubscriptionId {}

    public static SubscriptionId next() {
        return new SubscriptionId(Ids.next());
    }

    public static SubscriptionId of(String text) {
        return new SubscriptionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
