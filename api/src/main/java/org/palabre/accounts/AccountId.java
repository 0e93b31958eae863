package org.palabre.accounts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.palabre.shared.Ids;

/** Identifies an account. */
public record AccountId(@JsonValue UUID value) {

    @JsonCreator
    public AccountId {}

    public static AccountId next() {
        return new AccountId(Ids.next());
    }

    public static AccountId of(String text) {
        return new AccountId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
