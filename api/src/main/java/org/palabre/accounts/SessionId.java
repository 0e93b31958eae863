package org.palabre.accounts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.palabre.shared.Ids;

/** Identifies one log-in of an account. */
public record SessionId(@JsonValue UUID value) {

    @JsonCreator
    public SessionId {}

    public static SessionId next() {
        return new SessionId(Ids.next());
    }

    /** Stands for whatever session an issuer of tokens elsewhere keeps for the account. */
    public static SessionId elsewhere(AccountId account) {
        return new SessionId(Ids.derived("session-elsewhere", account.value()));
    }

    public static SessionId of(String text) {
        return new SessionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
