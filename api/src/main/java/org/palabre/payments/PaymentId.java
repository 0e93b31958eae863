package org.palabre.payments;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.palabre.shared.Ids;

/** Identifies a payment. */
public record PaymentId(@JsonValue UUID value) {

    @JsonCreator
    public PaymentId {}

    public static PaymentId next() {
        return new PaymentId(Ids.next());
    }

    public static PaymentId of(String text) {
        return new PaymentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
