package org.palabre.notifications;

import org.axonframework.commandhandling.RoutingKey;
import org.palabre.accounts.AccountId;

/** What one may ask about where an app of one's own is reached; without an answer. */
public sealed interface PushTokenCommand {

    @RoutingKey
    String token();

    /** Makes it the account's, whosever it was before. */
    record RegisterPushToken(AccountId accountId, String token, PushPlatform platform) implements PushTokenCommand {

        /** Shows the account only, so that no log holds the token. */
        @Override
        public String toString() {
            return "RegisterPushToken[" + accountId + "]";
        }
    }

    /** Has no effect on one that is not the account's. */
    record RemovePushToken(AccountId accountId, String token) implements PushTokenCommand {

        /** Shows the account only, so that no log holds the token. */
        @Override
        public String toString() {
            return "RemovePushToken[" + accountId + "]";
        }
    }
}
