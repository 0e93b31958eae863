package org.palabre.accounts.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.palabre.accounts.AccountEvent;
import org.palabre.accounts.AccountEvent.AccountLoggedIn;
import org.palabre.accounts.AccountEvent.AccountRegistered;
import org.palabre.accounts.AccountEvent.EmailProved;
import org.palabre.accounts.AccountEvent.RoleGranted;
import org.palabre.accounts.AccountEvent.RoleRevoked;
import org.palabre.accounts.AccountId;
import org.palabre.accounts.AccountQuery.Access;
import org.palabre.accounts.AccountQuery.FindAccess;
import org.palabre.accounts.AccountQuery.FindUser;
import org.palabre.accounts.AccountQuery.FindUsers;
import org.palabre.accounts.AccountQuery.UserView;
import org.palabre.accounts.AccountStatus;
import org.palabre.accounts.Language;
import org.palabre.accounts.SessionEvent;
import org.palabre.accounts.SessionEvent.SessionEnded;
import org.palabre.accounts.SessionEvent.SessionEnded.Cause;
import org.palabre.accounts.SessionEvent.SessionRenewed;
import org.palabre.accounts.SessionEvent.SessionStarted;
import org.palabre.accounts.SessionId;
import org.palabre.shared.Actor.Role;
import org.palabre.shared.Page;
import org.palabre.shared.Personal;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

class AccountsFoldTest {

    private static final AccountId ADA = AccountId.next();
    private static final AccountId AIME = AccountId.next();
    private static final SessionId SESSION = SessionId.next();
    private static final Instant NINE = Instant.parse("2026-11-20T09:00:00Z");
    private static final Instant TEN = Instant.parse("2026-11-20T10:00:00Z");

    private static EmbeddedPostgres server;
    private static DataSource database;

    private final JdbcClient jdbc = JdbcClient.create(database);
    private final AccountsFold fold = new AccountsFold(jdbc);
    private final AccountQueries queries = new AccountQueries(database);
    private long sequence;

    @BeforeAll
    static void open() throws IOException {
        server = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofMinutes(1))
                .start();
        database = server.getPostgresDatabase();
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/query-side")
                .load()
                .migrate();
        JdbcClient.create(database)
                .sql(new ClassPathResource("projections/accounts.sql").getContentAsString(UTF_8))
                .update();
    }

    @AfterAll
    static void close() throws IOException {
        server.close();
    }

    @BeforeEach
    void empty() {
        jdbc.sql("truncate account, account_session").update();
    }

    @Test
    void an_account_is_shown_as_its_events_made_it() {
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
    void a_session_gives_access_until_it_ends() {
        given(TEN, registered(ADA, "ada@example.org", "Ada", "Lovelace"), new RoleGranted(ADA, Role.ADMIN));
        given(started(), new SessionRenewed(SESSION, ADA, 2, TEN));
        assertThat(access()).contains(new Access(false, Set.of(Role.ADMIN)));

        given(TEN, new EmailProved(ADA));
        assertThat(access()).contains(new Access(true, Set.of(Role.ADMIN)));

        given(new SessionEnded(SESSION, ADA, Cause.LOGGED_OUT));
        assertThat(access()).isEmpty();
    }

    @Test
    void a_session_gives_access_to_one_account() {
        given(TEN, registered(ADA, "ada@example.org", "Ada", "Lovelace"));
        given(TEN, registered(AIME, "aime@example.org", "Aimé", "Césaire"));
        given(started());
        assertThat(queries.handle(new FindAccess(AIME, SESSION))).isEmpty();
    }

    @Test
    void all_words_of_a_search_are_found_without_accents_and_case() {
        given(TEN, registered(ADA, "ada@example.org", "Ada", "Lovelace"));
        given(TEN, registered(AIME, "poete_1@example.org", "Aimé", "Césaire"));
        assertThat(found("cesaire AIME")).containsExactly(AIME);
        assertThat(found("ésa poete_1")).containsExactly(AIME);
        assertThat(found("example.org")).containsExactlyInAnyOrder(ADA, AIME);
        assertThat(found("ada cesaire")).isEmpty();
        assertThat(found("%")).isEmpty();
    }

    @Test
    void lists_are_filtered_and_ordered() {
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

    private void given(Instant at, AccountEvent... events) {
        sequence = events[0] instanceof AccountRegistered ? 0 : sequence;
        for (var event : events) {
            fold.on(event, at, sequence++);
        }
    }

    private void given(SessionEvent... events) {
        for (var event : events) {
            fold.on(event, TEN);
        }
    }

    private Optional<Access> access() {
        return queries.handle(new FindAccess(ADA, SESSION));
    }

    private List<AccountId> found(String search) {
        return list(search, Optional.empty(), Optional.empty(), List.of());
    }

    private List<AccountId> list(
            String search, Optional<AccountStatus> status, Optional<Role> role, List<String> ordering) {
        var page = queries.handle(new FindUsers(search, status, role, ordering, new Page.Request(1, 20)));
        assertThat(page.count()).isEqualTo(page.rows().size());
        return page.rows().stream().map(UserView::id).toList();
    }

    private static SessionStarted started() {
        return new SessionStarted(SESSION, ADA, Personal.of(ADA.value(), "192.0.2.1"), null, NINE);
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
