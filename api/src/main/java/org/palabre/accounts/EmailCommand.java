package org.palabre.accounts;

import java.util.UUID;
import org.axonframework.commandhandling.RoutingKey;
import org.jspecify.annotations.Nullable;
import org.palabre.accounts.AccountQuery.UserView;
import org.palabre.shared.AboutPerson;
import org.palabre.shared.Verdict;

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
     * Answered by a {@link Reset}.
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
     * What came of a code that proves an address. A wrong one is counted, which a refusal would undo.
     *
     * @param user {@code null} when the code was not good
     */
    record Proof(@Nullable UserView user) implements AboutPerson, Verdict {

        private static final UUID NOBODY = new UUID(0, 0);

        @Override
        public UUID person() {
            return user == null ? NOBODY : user.person();
        }

        @Override
        public boolean refused() {
            return user == null;
        }
    }

    /** What came of a code that lets one set a password: the same. */
    record Reset(boolean done) implements Verdict {

        @Override
        public boolean refused() {
            return !done;
        }
    }
}
