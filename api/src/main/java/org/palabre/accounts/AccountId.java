package org.palabre.accounts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.UUID;
import org.palabre.shared.Actor;
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

    /** The account that acts, if it is one. */
    public static Optional<AccountId> of(Actor actor) {
        return actor instanceof Actor.Account account ? Optional.of(new AccountId(account.id())) : Optional.empty();
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
