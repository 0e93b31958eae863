package org.palabre.payments;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.palabre.accounts.AccountId;
import org.palabre.shared.Ids;

/** Identifies a subscription: each account has one, which may end and begin again. */
public record SubscriptionId(@JsonValue UUID value) {

    @JsonCreator
    public SubscriptionId {}

    public static SubscriptionId of(AccountId subscriber) {
        return new SubscriptionId(Ids.derived("subscription", subscriber.value()));
    }

    public static SubscriptionId of(String text) {
        return new SubscriptionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
