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

    /**
     * Where the account's picture is; the address changes with it, so that nobody is shown an old one.
     *
     * @param photo names the picture
     */
    public String photoUrl(UUID photo) {
        return "/api/users/%s/photo?v=%s".formatted(value, photo);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
