package org.palabre.accounts;

import org.axonframework.commandhandling.RoutingKey;
import org.jspecify.annotations.Nullable;
import org.palabre.accounts.AccountQuery.UserView;

/** What one may ask with nothing but an e-mail address in hand. */
public sealed interface EmailCommand {

    @RoutingKey
    String email();

    /** Answered by a {@link Proof}. */
    record ProveEmail(String email, String code) implements EmailCommand {

        /** Shows nothing, so that no log holds what is personal or secret. */
        @Override
        public String toString() {
            return "ProveEmail";
        }
    }

    /** Has no answer, whether the address is known or not. */
    record RequestProof(String email) implements EmailCommand {

        /** Shows nothing, so that no log holds what is personal. */
        @Override
        public String toString() {
            return "RequestProof";
        }
    }

    /** Has no answer, whether the address is known or not. */
    record RequestReset(String email) implements EmailCommand {

        /** Shows nothing, so that no log holds what is personal. */
        @Override
        public String toString() {
            return "RequestReset";
        }
    }

    /**
     * Answered by {@code true}, or {@code false} when the code was not good.
     *
     * @param passwordHash of the new one
     */
    record ResetPassword(String email, String code, String passwordHash) implements EmailCommand {

        /** Shows nothing, so that no log holds what is personal or secret. */
        @Override
        public String toString() {
            return "ResetPassword";
        }
    }

    /**
     * What came of a code. A wrong one is an answer and no refusal, because it is counted, and a refusal undoes what its
     * command did.
     *
     * @param user {@code null} when the code was not good
     */
    record Proof(@Nullable UserView user) {}
}
