package org.palabre.accounts.command;

import org.palabre.accounts.AccountCommand.LoggedIn;
import org.palabre.accounts.AccountQuery.UserView;
import org.palabre.shared.Versioned;

/**
 * Somebody who has just logged in, on the wire.
 *
 * @param token the access token again, under the name that older clients know
 */
record LoggedInUser(UserView user, String access, String refresh, String token) implements Versioned {

    static LoggedInUser of(LoggedIn loggedIn, UserView user, Tokens tokens) {
        var pair = tokens.of(loggedIn.grant());
        return new LoggedInUser(user, pair.access(), pair.refresh(), pair.access());
    }

    @Override
    public long version() {
        return user.version();
    }

    /** Shows nothing, so that no log holds the secrets. */
    @Override
    public String toString() {
        return "LoggedInUser";
    }
}
