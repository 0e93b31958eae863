package org.palabre.shared;

import java.util.Set;
import java.util.UUID;
import org.palabre.shared.Refused.Common;

/** Who asks. Every command handler and every answer about something private judges by it. */
public sealed interface Actor {

    /** Somebody who has not said who they are. */
    record Anyone() implements Actor {}

    /**
     * A person who has logged in.
     *
     * @param proved whether the e-mail is proved; until then the roles are asleep
     */
    record Account(UUID id, UUID session, boolean proved, Set<Role> roles) implements Actor {

        public Account {
            roles = Set.copyOf(roles);
        }

        private boolean mayActAs(Role role) {
            return roles.contains(role) || (role == Role.EDITOR && roles.contains(Role.ADMIN));
        }
    }

    /**
     * A company at its stand.
     *
     * @param tokenHash of the access token it came with, which its queue compares with the one that is good now
     */
    record Company(UUID id, String tokenHash) implements Actor {}

    /** The platform itself: a deadline, a reaction, the first start. */
    record Platform() implements Actor {}

    enum Role {
        ADMIN,
        EDITOR,
        STUDENT
    }

    /** Whether this is an active account with the role; an admin may also do what an editor may. */
    default boolean has(Role role) {
        return this instanceof Account account && account.proved() && account.mayActAs(role);
    }

    /** The account, whether its e-mail is proved or not; refuses everyone else. */
    default Account account() {
        if (this instanceof Account account) {
            return account;
        }
        throw new Refused(Common.NOT_AUTHENTICATED);
    }

    /** The account, if its e-mail is proved; refuses everyone else. */
    default Account active() {
        var account = account();
        if (!account.proved()) {
            throw new Refused(Common.EMAIL_NOT_VERIFIED);
        }
        return account;
    }

    /** The active account, if it has the role; refuses everyone else. */
    default Account must(Role role) {
        var account = active();
        if (!has(role)) {
            throw new Refused(Common.FORBIDDEN);
        }
        return account;
    }

    /** Refuses everyone but the platform itself. */
    default void mustBePlatform() {
        if (!(this instanceof Platform)) {
            throw new Refused(Common.FORBIDDEN);
        }
    }

    /** The company; refuses everyone else. */
    default Company company() {
        if (this instanceof Company company) {
            return company;
        }
        throw new Refused(Common.NOT_AUTHENTICATED);
    }
}
