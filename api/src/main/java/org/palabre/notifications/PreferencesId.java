package org.palabre.notifications;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.palabre.accounts.AccountId;
import org.palabre.shared.Ids;

/** Identifies the preferences of an account; it derives from the account's. */
public record PreferencesId(@JsonValue UUID value) {

    @JsonCreator
    public PreferencesId {}

    public static PreferencesId of(AccountId account) {
        return new PreferencesId(Ids.derived("notification-preferences", account.value()));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
