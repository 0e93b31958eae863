package org.palabre.accounts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.palabre.shared.AboutPerson;
import org.palabre.shared.Actor.Role;
import org.palabre.shared.Page;
import org.palabre.shared.Versioned;

/** What one may ask about accounts, and the shapes of the answers. */
public sealed interface AccountQuery {

    /** An account as its owner sees it: answered by an optional {@link UserView}. */
    record FindUser(AccountId accountId) implements AccountQuery {}

    /**
     * Answered by a {@link UserPage}, newest first unless ordered otherwise.
     *
     * @param search in names, username and e-mail
     * @param viewer who sees of nobody else whether they are there
     */
    record FindUsers(
            String search,
            Optional<AccountStatus> status,
            Optional<Role> role,
            List<String> ordering,
            AccountId viewer,
            Page.Request page)
            implements AccountQuery {

        public FindUsers {
            ordering = List.copyOf(ordering);
        }

        /** Shows the page only: people search for people. */
        @Override
        public String toString() {
            return "FindUsers[" + page + "]";
        }
    }

    /** What an access token is good for now: answered by an optional {@link Access}, empty once its session is over. */
    record FindAccess(AccountId accountId, SessionId sessionId) implements AccountQuery {}

    /** Answered by a {@link Standing}, as the viewer sees it. */
    record FindStanding(AccountId accountId, AccountId viewer) implements AccountQuery {}

    /** Who these accounts are, inside something else: answered by {@link People}, which has each of them. */
    record FindPeople(Set<AccountId> accountIds) implements AccountQuery {

        public FindPeople {
            accountIds = Set.copyOf(accountIds);
        }
    }

    /** Some accounts, in no order. */
    record People(List<PersonView> persons) {

        public People {
            persons = List.copyOf(persons);
        }

        /** One of those that were asked for. */
        public PersonView person(AccountId id) {
            return persons.stream()
                    .filter(each -> each.id().equals(id))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Answered by an optional {@link Photo}. */
    record FindPhoto(AccountId accountId) implements AccountQuery {}

    /** The photo that an account shows. */
    record Photo(UUID id) {}

    /** Answered by an optional {@link ProfileView}, as the viewer sees it, or everybody. */
    record FindProfile(AccountId accountId, Optional<AccountId> viewer) implements AccountQuery {}

    /**
     * Answered by a {@link ProfilePage} of active accounts, by name.
     *
     * @param search in names and username
     */
    record FindProfiles(String search, AccountId viewer, Page.Request page) implements AccountQuery {

        /** Shows the page only: people search for people. */
        @Override
        public String toString() {
            return "FindProfiles[" + page + "]";
        }
    }

    /** Who follows an account: answered by a {@link ProfilePage}, the newest follower first. */
    record FindFollowers(AccountId accountId, AccountId viewer, Page.Request page) implements AccountQuery {}

    /** Whom an account follows: answered by a {@link ProfilePage}, newest first. */
    record FindFollowing(AccountId accountId, AccountId viewer, Page.Request page) implements AccountQuery {}

    /**
     * Answered by a {@link SessionPage}, newest first.
     *
     * @param current the one from which is asked
     */
    record FindSessions(AccountId accountId, SessionId current, Page.Request page) implements AccountQuery {}

    /**
     * Answered by the command side with an {@link AttemptPage} of the last 30 days, newest first.
     *
     * @param search in what was typed
     */
    record FindAttempts(String search, Optional<AttemptOutcome> outcome, Page.Request page) implements AccountQuery {

        /** Shows the page only: people search for people. */
        @Override
        public String toString() {
            return "FindAttempts[" + page + "]";
        }
    }

    /** The attempts with the names of one account: answered likewise. */
    record FindAttemptsOf(AccountId accountId, Page.Request page) implements AccountQuery {}

    record ProfilePage(long count, List<ProfileView> rows) implements Page<ProfileView> {}

    record SessionPage(long count, List<SessionView> rows) implements Page<SessionView> {}

    record AttemptPage(long count, List<AttemptView> rows) implements Page<AttemptView> {}

    record UserPage(long count, List<UserView> rows) implements Page<UserView> {}

    /**
     * What an account may do now.
     *
     * @param proved whether the e-mail is
     */
    record Access(boolean proved, Set<Role> roles) {

        public Access {
            roles = Set.copyOf(roles);
        }
    }

    /** What others make of an account; it changes without a decision of that account. */
    record Standing(
            boolean online, @Nullable Instant lastSeen, int followersCount, int followingCount, int eventsCount) {

        /** Of an account that nobody has met yet. */
        public static final Standing NEW = new Standing(false, null, 0, 0, 0);
    }

    /** An account as everybody sees it. */
    record ProfileView(
            AccountId id,
            @Nullable String username,
            String firstName,
            String lastName,
            @Nullable String photoUrl,
            boolean isVerified,
            @Nullable String bio,
            boolean online,
            @Nullable Instant lastSeen,
            int followersCount,
            int followingCount,
            int eventsCount,
            long version)
            implements Versioned {

        /** Shows the account only, so that no log holds what is personal. */
        @Override
        public String toString() {
            return "ProfileView[" + id + "]";
        }
    }

    /**
     * Where somebody is logged in.
     *
     * @param current whether this is the session from which was asked
     */
    record SessionView(
            SessionId id,
            Instant createdAt,
            Instant lastUsedAt,
            String ip,
            @Nullable String userAgent,
            boolean current) {

        /** Shows the session only, so that no log holds what is personal. */
        @Override
        public String toString() {
            return "SessionView[" + id + "]";
        }
    }

    /**
     * An attempt to log in.
     *
     * @param login as it was typed; empty if it is a name that somebody has given up
     */
    record AttemptView(
            UUID id,
            String login,
            AttemptOutcome outcome,
            String ip,
            @Nullable String userAgent,
            Instant at) {

        /** Shows the attempt only, so that no log holds what is personal. */
        @Override
        public String toString() {
            return "AttemptView[" + id + "]";
        }
    }

    /** An account as its owner and the admins see it. */
    record UserView(
            AccountId id,
            @Nullable String username,
            String firstName,
            String lastName,
            @Nullable String photoUrl,
            boolean isVerified,
            @Nullable String bio,
            boolean online,
            @Nullable Instant lastSeen,
            int followersCount,
            int followingCount,
            int eventsCount,
            String email,
            boolean emailVerified,
            @Nullable String telephone,
            @Nullable LocalDate dateOfBirth,
            List<Role> roles,
            AccountStatus status,
            @Nullable Instant lastLoginAt,
            Instant createdAt,
            long version)
            implements Versioned, AboutPerson {

        public UserView {
            roles = roles.stream().sorted().toList();
        }

        @Override
        public UUID person() {
            return id.value();
        }

        public UserView with(Standing standing) {
            return new UserView(
                    id,
                    username,
                    firstName,
                    lastName,
                    photoUrl,
                    isVerified,
                    bio,
                    standing.online(),
                    standing.lastSeen(),
                    standing.followersCount(),
                    standing.followingCount(),
                    standing.eventsCount(),
                    email,
                    emailVerified,
                    telephone,
                    dateOfBirth,
                    roles,
                    status,
                    lastLoginAt,
                    createdAt,
                    version);
        }

        /** Shows the account only, so that no log holds what is personal. */
        @Override
        public String toString() {
            return "UserView[" + id + "]";
        }
    }
}
