package org.palabre.accounts.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.palabre.accounts.AccountEvent;
import org.palabre.accounts.AccountEvent.AccountErased;
import org.palabre.accounts.AccountEvent.AccountImported;
import org.palabre.accounts.AccountEvent.AccountLoggedIn;
import org.palabre.accounts.AccountEvent.AccountRegistered;
import org.palabre.accounts.AccountEvent.AccountReinstated;
import org.palabre.accounts.AccountEvent.AccountSuspended;
import org.palabre.accounts.AccountEvent.EmailProved;
import org.palabre.accounts.AccountEvent.PasswordChanged;
import org.palabre.accounts.AccountEvent.PasswordReset;
import org.palabre.accounts.AccountEvent.ProfileChanged;
import org.palabre.accounts.AccountEvent.RoleGranted;
import org.palabre.accounts.AccountEvent.RoleRevoked;
import org.palabre.accounts.AccountId;
import org.palabre.accounts.AccountQuery.Access;
import org.palabre.accounts.AccountQuery.FindAccess;
import org.palabre.accounts.AccountQuery.FindProfile;
import org.palabre.accounts.AccountQuery.FindProfiles;
import org.palabre.accounts.AccountQuery.FindSessions;
import org.palabre.accounts.AccountQuery.FindUser;
import org.palabre.accounts.AccountQuery.FindUsers;
import org.palabre.accounts.AccountQuery.ProfileView;
import org.palabre.accounts.AccountQuery.SessionView;
import org.palabre.accounts.AccountQuery.UserView;
import org.palabre.accounts.AccountStatus;
import org.palabre.accounts.FollowEvent;
import org.palabre.accounts.FollowEvent.Followed;
import org.palabre.accounts.FollowEvent.Unfollowed;
import org.palabre.accounts.FollowId;
import org.palabre.accounts.Language;
import org.palabre.accounts.SessionEvent;
import org.palabre.accounts.SessionEvent.SessionEnded;
import org.palabre.accounts.SessionEvent.SessionEnded.Cause;
import org.palabre.accounts.SessionEvent.SessionRenewed;
import org.palabre.accounts.SessionEvent.SessionStarted;
import org.palabre.accounts.SessionId;
import org.palabre.projections.ReadSide;
import org.palabre.shared.Actor.Role;
import org.palabre.shared.Page;
import org.palabre.shared.Personal;

class AccountsFoldTest {

    private static final AccountId ADA = AccountId.next();
    private static final AccountId AIME = AccountId.next();
    private static final SessionId SESSION = SessionId.next();
    private static final Instant NINE = Instant.parse("2026-11-20T09:00:00Z");
    private static final Instant TEN = Instant.parse("2026-11-20T10:00:00Z");

    @AutoClose
    private final ReadSide side = new ReadSide(each -> new AccountsProjection(each.database));

    /** Gatherings are read too, which another read model has. */
    AccountsFoldTest() {
        side.jdbc.sql("create table gathering (creator uuid, status text)").update();
    }

    private final AccountQueries queries = new AccountQueries(side.database);
    private final ProfileQueries profiles = new ProfileQueries(side.database);

    @Test
    void an_account_is_shown_as_its_events_made_it() throws Exception {
        given(
                TEN,
                registered(ADA, "Ada@example.org", "Ada", "Lovelace"),
                new RoleGranted(ADA, Role.STUDENT),
                new RoleGranted(ADA, Role.EDITOR),
                new RoleRevoked(ADA, Role.STUDENT),
                new EmailProved(ADA),
                new AccountLoggedIn(ADA, SESSION));

        assertThat(queries.handle(new FindUser(ADA)))
                .contains(new UserView(
                        ADA,
                        null,
                        "Ada",
                        "Lovelace",
                        null,
                        false,
                        null,
                        false,
                        null,
                        0,
                        0,
                        0,
                        "Ada@example.org",
                        true,
                        null,
                        null,
                        List.of(Role.EDITOR),
                        AccountStatus.ACTIVE,
                        TEN,
                        TEN,
                        5));
    }

    @Test
    void a_date_of_birth_that_no_table_can_hold_does_not_keep_what_comes_after_it_away() throws Exception {
        for (var date : List.of("0000-01-01", "-9999-01-01")) {
            var somebody = AccountId.next();
            given(
                    TEN,
                    registered(somebody, somebody + "@example.org", "Ada", "Lovelace"),
                    new ProfileChanged(
                            somebody,
                            Personal.of(somebody.value(), "Ada"),
                            Personal.of(somebody.value(), "King"),
                            null,
                            null,
                            Personal.of(somebody.value(), date),
                            null),
                    new AccountSuspended(somebody));

            assertThat(queries.handle(new FindUser(somebody))).hasValueSatisfying(shown -> {
                assertThat(shown.lastName()).isEqualTo("King");
                assertThat(shown.dateOfBirth()).isNull();
                assertThat(shown.status()).isEqualTo(AccountStatus.SUSPENDED);
            });
        }
    }

    @Test
    void what_was_somebodys_elsewhere_is_as_old_as_it_was_there_if_that_is_known() throws Exception {
        given(TEN, registered(ADA, "ada@example.org", "Ada", "Lovelace"), new AccountImported(ADA, NINE, NINE));
        given(TEN, registered(AIME, "aime@example.org", "Aimé", "Césaire"), new AccountImported(AIME, null, null));

        assertThat(queries.handle(new FindUser(ADA))).hasValueSatisfying(ada -> {
            assertThat(ada.createdAt()).isEqualTo(NINE);
            assertThat(ada.lastLoginAt()).isEqualTo(NINE);
        });
        assertThat(queries.handle(new FindUser(AIME))).hasValueSatisfying(aime -> {
            assertThat(aime.createdAt()).isEqualTo(TEN);
            assertThat(aime.lastLoginAt()).isNull();
        });
    }

    @Test
    void a_session_gives_access_until_it_ends() throws Exception {
        given(TEN, registered(ADA, "ada@example.org", "Ada", "Lovelace"), new RoleGranted(ADA, Role.ADMIN));
        given(started(), new SessionRenewed(SESSION, ADA, 2, TEN));
        assertThat(access()).contains(new Access(false, Set.of(Role.ADMIN)));

        given(TEN, new EmailProved(ADA));
        assertThat(access()).contains(new Access(true, Set.of(Role.ADMIN)));

        given(new SessionEnded(SESSION, ADA, Cause.LOGGED_OUT));
        assertThat(access()).isEmpty();
    }

    @Test
    void all_sessions_end_with_a_password_but_the_one_that_changed_it() throws Exception {
        var other = SessionId.next();
        var later = SessionId.next();
        given(TEN, registered(ADA, "ada@example.org", "Ada", "Lovelace"));
        given(started(SESSION, null), started(other, null));

        given(TEN, new PasswordChanged(ADA, SESSION));
        assertThat(access(SESSION)).isPresent();
        assertThat(access(other)).isEmpty();

        given(started(later, 1));
        assertThat(access(later)).isPresent();
        assertThat(sessions()).containsExactly(later, SESSION);

        given(TEN, new PasswordReset(ADA));
        assertThat(access(SESSION)).isEmpty();
        assertThat(access(later)).isEmpty();
        assertThat(sessions()).isEmpty();
    }

    @Test
    void whoever_is_suspended_has_no_access_and_is_in_the_lists_of_admins_only() throws Exception {
        given(TEN, registered(ADA, "ada@example.org", "Ada", "Lovelace"), new EmailProved(ADA));
        given(started());
        assertThat(profiles("love")).containsExactly(ADA);

        given(TEN, new AccountSuspended(ADA));
        assertThat(access()).isEmpty();
        assertThat(profiles("")).isEmpty();
        assertThat(list("", Optional.of(AccountStatus.SUSPENDED), Optional.empty(), List.of()))
                .containsExactly(ADA);

        given(TEN, new AccountReinstated(ADA));
        assertThat(access()).isEmpty();
        assertThat(profiles("")).containsExactly(ADA);
    }

    @Test
    void an_erased_person_is_gone_with_all_that_belongs_to_it() throws Exception {
        given(TEN, registered(ADA, "ada@example.org", "Ada", "Lovelace"), new EmailProved(ADA));
        given(TEN, registered(AIME, "aime@example.org", "Aimé", "Césaire"), new EmailProved(AIME));
        given(started());
        var follow = FollowId.of(AIME, ADA);
        given(new Followed(follow, AIME, ADA));
        assertThat(profiles.handle(new FindProfile(AIME, Optional.empty()))
                        .orElseThrow()
                        .followingCount())
                .isOne();

        given(TEN, new AccountErased(ADA));
        given(new SessionEnded(SESSION, ADA, Cause.LOGGED_OUT));
        given(new Unfollowed(follow, AIME, ADA));
        assertThat(access()).isEmpty();
        assertThat(queries.handle(new FindUser(ADA))).isEmpty();
        assertThat(profiles.handle(new FindProfile(ADA, Optional.empty()))).isEmpty();
        assertThat(found("")).containsExactly(AIME);
        assertThat(profiles.handle(new FindProfile(AIME, Optional.empty()))
                        .orElseThrow()
                        .followingCount())
                .isZero();
    }

    @Test
    void a_session_gives_access_to_one_account() throws Exception {
        given(TEN, registered(ADA, "ada@example.org", "Ada", "Lovelace"));
        given(TEN, registered(AIME, "aime@example.org", "Aimé", "Césaire"));
        given(started());
        assertThat(queries.handle(new FindAccess(AIME, SESSION))).isEmpty();
    }

    @Test
    void all_words_of_a_search_are_found_without_accents_and_case() throws Exception {
        given(TEN, registered(ADA, "ada@example.org", "Ada", "Lovelace"));
        given(TEN, registered(AIME, "poete_1@example.org", "Aimé", "Césaire"));
        assertThat(found("cesaire AIME")).containsExactly(AIME);
        assertThat(found("ésa poete_1")).containsExactly(AIME);
        assertThat(found("example.org")).containsExactlyInAnyOrder(ADA, AIME);
        assertThat(found("ada cesaire")).isEmpty();
        assertThat(found("%")).isEmpty();
    }

    @Test
    void lists_are_filtered_and_ordered() throws Exception {
        given(NINE, registered(ADA, "ada@example.org", "Ada", "Lovelace"), new EmailProved(ADA));
        given(TEN, registered(AIME, "aime@example.org", "Aimé", "Césaire"), new RoleGranted(AIME, Role.STUDENT));
        assertThat(found("")).containsExactly(AIME, ADA);
        assertThat(list("", Optional.empty(), Optional.empty(), List.of("created_at")))
                .containsExactly(ADA, AIME);
        assertThat(list("", Optional.empty(), Optional.empty(), List.of("-last_name")))
                .containsExactly(ADA, AIME);
        assertThat(list("", Optional.of(AccountStatus.ACTIVE), Optional.empty(), List.of()))
                .containsExactly(ADA);
        assertThat(list("", Optional.empty(), Optional.of(Role.STUDENT), List.of()))
                .containsExactly(AIME);
    }

    private void given(Instant at, AccountEvent... events) throws InterruptedException {
        side.awaitApplied(side.happen(at, "Account", events[0].accountId().toString(), (Object[]) events));
    }

    private void given(SessionEvent... events) throws InterruptedException {
        for (var event : events) {
            side.awaitApplied(side.happen(TEN, "Session", event.sessionId().toString(), event));
        }
    }

    private void given(FollowEvent event) throws InterruptedException {
        side.awaitApplied(side.happen(TEN, "Following", event.followId().toString(), event));
    }

    private Optional<Access> access() {
        return access(SESSION);
    }

    private Optional<Access> access(SessionId session) {
        return queries.handle(new FindAccess(ADA, session));
    }

    private List<AccountId> profiles(String search) {
        return profiles.handle(new FindProfiles(search, ADA, new Page.Request(1, 20))).rows().stream()
                .map(ProfileView::id)
                .toList();
    }

    private List<SessionId> sessions() {
        var clock = Clock.fixed(TEN, ZoneOffset.UTC);
        return new SessionQueries(side.database, clock)
                .handle(new FindSessions(ADA, SESSION, new Page.Request(1, 20))).rows().stream()
                        .map(SessionView::id)
                        .toList();
    }

    private List<AccountId> found(String search) {
        return list(search, Optional.empty(), Optional.empty(), List.of());
    }

    private List<AccountId> list(
            String search, Optional<AccountStatus> status, Optional<Role> role, List<String> ordering) {
        var page = queries.handle(new FindUsers(search, status, role, ordering, ADA, new Page.Request(1, 20)));
        assertThat(page.count()).isEqualTo(page.rows().size());
        return page.rows().stream().map(UserView::id).toList();
    }

    private static SessionStarted started() {
        return started(SESSION, null);
    }

    private static SessionStarted started(SessionId session, @Nullable Integer era) {
        return new SessionStarted(session, ADA, Personal.of(ADA.value(), "192.0.2.1"), null, NINE, era);
    }

    private static AccountRegistered registered(AccountId id, String email, String firstName, String lastName) {
        return new AccountRegistered(
                id,
                Personal.of(id.value(), email),
                Personal.of(id.value(), firstName),
                Personal.of(id.value(), lastName),
                null,
                null,
                Language.FR);
    }
}
