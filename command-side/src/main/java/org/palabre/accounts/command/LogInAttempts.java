package org.palabre.accounts.command;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.palabre.accounts.AccountId;
import org.palabre.accounts.AccountQuery.AttemptPage;
import org.palabre.accounts.AccountQuery.AttemptView;
import org.palabre.accounts.AccountQuery.FindAttempts;
import org.palabre.accounts.AccountQuery.FindAttemptsOf;
import org.palabre.accounts.AccountQuery.UserView;
import org.palabre.accounts.AttemptOutcome;
import org.palabre.accounts.Device;
import org.palabre.eventstore.KeyedHash;
import org.palabre.eventstore.MasterKey;
import org.palabre.shared.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who tried to log in, kept for 30 days: in a table and in no event, since events are kept for ever and what was typed
 * may be anybody's.
 */
@Component
class LogInAttempts {

    private static final Duration KEPT = Duration.ofDays(30);

    private static final String WANTED = """
             where at > :since and (cast(:outcome as text) is null or outcome = :outcome)
                and lower(regexp_replace(normalize(login, NFD), '[\\u0300-\\u036f]', '', 'g')) like all (:words)
            """;

    private final JdbcClient jdbc;
    private final Names names;
    private final KeyedHash hash;
    private final Clock clock;

    LogInAttempts(JdbcClient jdbc, Names names, MasterKey master, Clock clock) {
        this.jdbc = jdbc;
        this.names = names;
        this.hash = master.hash("login-attempts");
        this.clock = clock;
    }

    /**
     * Keeps an attempt; a name that somebody has given up is not written down, since whoever had it may have been erased,
     * if only while the password was looked at. So whose it is is asked here, and not taken from before.
     *
     * @param login as it was typed
     */
    void add(String login, AttemptOutcome outcome, Device device) {
        var account = names.owner(login);
        var givenUp = account.isEmpty() && names.wasSomebodys(login);
        jdbc.sql("""
                        insert into login_attempt (id, login, name, account_id, outcome, ip, user_agent, at)
                        values (:id, :login, :name, :account, :outcome, :ip, :user_agent, :at)
                        """)
                .param("id", Ids.next())
                .param("login", givenUp ? "" : login)
                .param("name", givenUp ? null : name(login))
                .param("account", account.map(AccountId::value).orElse(null))
                .param("outcome", outcome.name())
                .param("ip", device.ip())
                .param("user_agent", device.userAgent())
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    @QueryHandler
    AttemptPage handle(FindAttempts query) {
        var count = wanted("select count(*) from login_attempt" + WANTED, query)
                .query(Long.class)
                .single();
        var rows = wanted(
                        "select * from login_attempt" + WANTED + "order by at desc, id desc limit :size offset :offset",
                        query)
                .param("size", query.page().size())
                .param("offset", query.page().offset())
                .query(LogInAttempts::attempt)
                .list();
        return new AttemptPage(count, rows);
    }

    @QueryHandler
    AttemptPage handle(FindAttemptsOf query) {
        var account = query.accountId().value();
        var count = jdbc.sql("select count(*) from login_attempt where account_id = ?")
                .param(account)
                .query(Long.class)
                .single();
        var rows = jdbc.sql(
                        "select * from login_attempt where account_id = ? order by at desc, id desc limit ? offset ?")
                .params(account, query.page().size(), query.page().offset())
                .query(LogInAttempts::attempt)
                .list();
        return new AttemptPage(count, rows);
    }

    void forgetOld() {
        jdbc.sql("delete from login_attempt where at <= ?")
                .param(Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }

    /** Lets go of what was tried with the names of this person, and by this person with others. */
    void forget(UserView person) {
        forget(person.id());
        Stream.of(person.email(), person.username(), person.telephone())
                .filter(Objects::nonNull)
                .forEach(this::forget);
    }

    /** However it was typed; the attempts of before there were hashes only as it is written. */
    private void forget(String name) {
        jdbc.sql("delete from login_attempt where name = ? or (name is null and lower(trim(login)) = ?)")
                .params(name(name), name.toLowerCase(Locale.ROOT))
                .update();
    }

    void forget(AccountId account) {
        jdbc.sql("delete from login_attempt where account_id = ?")
                .param(account.value())
                .update();
    }

    private byte[] name(String login) {
        return hash.of(names.canonical(login));
    }

    private JdbcClient.StatementSpec wanted(String sql, FindAttempts query) {
        return jdbc.sql(sql)
                .param("since", Timestamp.from(clock.instant().minus(KEPT)))
                .param("outcome", query.outcome().map(Enum::name).orElse(null))
                .param("words", words(query.search()));
    }

    /** Patterns of which each finds a word as it is written, but for case and accents. */
    private static String[] words(String search) {
        var plain = Normalizer.normalize(search, Form.NFD).replaceAll("[\\u0300-\\u036f]", "");
        return Arrays.stream(plain.toLowerCase(Locale.ROOT).split("\\s+"))
                .map(word -> "%" + word.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .toArray(String[]::new);
    }

    private static AttemptView attempt(ResultSet row, @SuppressWarnings("unused") int number) throws SQLException {
        return new AttemptView(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                row.getString("login"),
                AttemptOutcome.valueOf(row.getString("outcome")),
                row.getString("ip"),
                row.getString("user_agent"),
                row.getTimestamp("at").toInstant());
    }
}
