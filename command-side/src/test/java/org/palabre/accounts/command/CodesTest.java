package org.palabre.accounts.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.palabre.accounts.CodePurpose.PROOF;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.palabre.accounts.AccountId;
import org.palabre.deadlines.SettableClock;
import org.palabre.eventstore.MasterKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class CodesTest {

    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final MasterKey MASTER = MasterKey.of(Base64.getEncoder().encodeToString(new byte[32]));

    private static HikariDataSource database;

    private final SettableClock clock = new SettableClock();
    private final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    private final Codes codes = new Codes(JdbcClient.create(database), MASTER, clock, LIFE, PAUSE);
    private String email;

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void somebodyNew() {
        email = AccountId.next() + "@example.org";
    }

    @Test
    void a_code_has_six_digits_and_works_once() {
        var code = issue();
        assertThat(code).matches("\\d{6}");
        assertThat(redeem(code)).isTrue();
        assertThat(redeem(code)).isFalse();
    }

    @Test
    void the_case_of_an_address_does_not_matter() {
        var code = issue();
        email = email.toUpperCase(java.util.Locale.ROOT);
        assertThat(redeem(code)).isTrue();
    }

    @Test
    void a_code_is_good_for_one_address() {
        var code = issue();
        email = "somebody-else@example.org";
        assertThat(redeem(code)).isFalse();
    }

    @Test
    void a_code_dies_in_time() {
        var code = issue();
        clock.pass(LIFE);
        assertThat(redeem(code)).isFalse();
    }

    @Test
    void a_code_dies_after_five_wrong_tries() {
        var code = issue();
        IntStream.range(0, 5).forEach(_ -> assertThat(redeem(wrong(code))).isFalse());
        assertThat(redeem(code)).isFalse();
    }

    @Test
    void however_many_try_at_once_no_more_than_five_are_looked_at() throws Exception {
        var code = issue();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = IntStream.range(0, 30)
                    .mapToObj(number -> threads.submit(() -> isRight(code, "request " + number)))
                    .toList();
            var lookedAt = 0;
            for (var each : tries) {
                lookedAt += each.get() ? 1 : 0;
            }
            assertThat(lookedAt).isLessThanOrEqualTo(5);
        }
    }

    @Test
    void four_wrong_tries_are_forgiven() {
        var code = issue();
        IntStream.range(0, 4).forEach(_ -> assertThat(redeem(wrong(code))).isFalse());
        assertThat(redeem(code)).isTrue();
    }

    @Test
    void tries_count_for_the_code_that_was_sent_and_not_for_the_next() {
        IntStream.range(0, 5).forEach(_ -> redeem("000000"));
        var first = issue();
        IntStream.range(0, 5).forEach(_ -> redeem(wrong(first)));
        clock.pass(PAUSE);
        assertThat(redeem(issue())).isTrue();
    }

    @Test
    void nobody_tries_a_code_without_being_counted_for_it() {
        codes.countTry(PROOF, email, "counted for none");
        var first = issue();
        assertThat(again(first, "counted for none")).isFalse();
        assertThat(again(first, "never counted")).isFalse();

        codes.countTry(PROOF, email, "counted for the first");
        clock.pass(PAUSE);
        assertThat(again(issue(), "counted for the first")).isFalse();
    }

    /** What is done for some only is told by the time that it takes. */
    @Test
    void a_try_is_written_down_whether_there_is_a_code_or_not_and_a_right_one_too() {
        assertThat(redeem("123456")).isFalse();
        assertThat(kept("code_try")).isEqualTo(1);

        var code = issue();
        assertThat(redeem(wrong(code))).isFalse();
        assertThat(kept("code_try")).isEqualTo(2);

        assertThat(redeem(code)).isTrue();
        assertThat(kept("code_try")).isEqualTo(3);
    }

    @Test
    void a_code_dies_when_the_next_is_issued() {
        var first = issue();
        clock.pass(PAUSE);
        var second = issue();
        assertThat(first.equals(second) || !redeem(first)).isTrue();
        assertThat(redeem(second)).isTrue();
    }

    @Test
    void between_two_codes_there_is_a_pause() {
        var code = issue();
        clock.pass(PAUSE.minusMillis(1));
        assertThat(tryToIssue()).isEmpty();
        assertThat(redeem(code)).isTrue();
    }

    @Test
    void there_are_three_codes_an_hour() {
        IntStream.range(0, 3).forEach(_ -> {
            issue();
            clock.pass(PAUSE);
        });
        assertThat(tryToIssue()).isEmpty();
        clock.pass(Duration.ofHours(1).minus(PAUSE.multipliedBy(3)));
        assertThat(tryToIssue()).isPresent();
    }

    @Test
    void whoever_is_erased_and_comes_back_gets_no_more_codes_than_anybody_else() {
        issue();
        revoke();
        assertThat(tryToIssue()).as("in the pause").isEmpty();
        IntStream.range(0, 2).forEach(_ -> {
            clock.pass(PAUSE);
            issue();
            revoke();
        });
        clock.pass(PAUSE);
        assertThat(tryToIssue()).as("the fourth of an hour").isEmpty();
        clock.pass(Duration.ofHours(1).minus(PAUSE.multipliedBy(3)));
        assertThat(tryToIssue()).isPresent();
    }

    @Test
    void a_code_of_somebody_who_was_erased_works_no_more() {
        var issuedAt = tryToIssue().orElseThrow();
        var code = codes.find(PROOF, email, issuedAt).orElseThrow();
        revoke();
        assertThat(redeem(code)).isFalse();
        assertThat(codes.find(PROOF, email, issuedAt)).isEmpty();

        clock.pass(PAUSE);
        var used = issue();
        assertThat(redeem(used, "before")).isTrue();
        revoke();
        assertThat(again(used, "before")).isFalse();
    }

    @Test
    void nothing_is_left_of_a_code_after_an_hour() {
        redeem(wrong(issue()));
        clock.pass(Duration.ofHours(1).minusNanos(1_000));
        codes.forgetOld();
        assertThat(kept("one_time_code")).isEqualTo(1);
        assertThat(kept("code_try")).isEqualTo(1);

        clock.pass(Duration.ofNanos(1_000));
        codes.forgetOld();
        assertThat(kept("one_time_code")).isZero();
        assertThat(kept("code_try")).isZero();
    }

    @Test
    void a_code_that_came_too_late_is_not_sent() {
        var issuedAt = tryToIssue().orElseThrow();
        clock.pass(PAUSE);
        issue();
        assertThat(codes.find(PROOF, email, issuedAt)).isEmpty();
    }

    @Test
    void however_many_try_a_code_at_once_one_succeeds() throws Exception {
        var code = issue();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = IntStream.range(0, 30)
                    .mapToObj(_ -> threads.submit(() -> redeem(code)))
                    .toList();
            var successes = 0;
            for (var each : tries) {
                successes += each.get() ? 1 : 0;
            }
            assertThat(successes).isEqualTo(1);
        }
    }

    @Test
    void however_many_ask_for_a_code_at_once_one_gets_it() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = IntStream.range(0, 30)
                    .mapToObj(_ -> threads.submit(this::tryToIssue))
                    .toList();
            var issued = 0;
            for (var each : tries) {
                issued += each.get().isPresent() ? 1 : 0;
            }
            assertThat(issued).isEqualTo(1);
        }
    }

    private String issue() {
        return codes.find(PROOF, email, tryToIssue().orElseThrow()).orElseThrow();
    }

    private Optional<Instant> tryToIssue() {
        return transaction.execute(_ -> codes.issue(PROOF, email));
    }

    @Test
    void the_request_that_used_it_may_do_so_again_and_no_other() {
        var code = issue();
        assertThat(redeem(code, "first")).isTrue();

        assertThat(again(code, "first")).isTrue();
        assertThat(redeem(code, "second")).isFalse();
    }

    private void revoke() {
        transaction.executeWithoutResult(_ -> codes.revoke(email));
    }

    private int kept(String table) {
        return JdbcClient.create(database)
                .sql("select count(*) from " + table + " where address = ?")
                .param(MASTER.hash("one-time-codes").of(PROOF + ":" + email))
                .query(Integer.class)
                .single();
    }

    private boolean redeem(String code) {
        return redeem(code, UUID.randomUUID().toString());
    }

    private boolean isRight(String code, String request) {
        codes.countTry(PROOF, email, request);
        return transaction.execute(_ -> codes.isRight(PROOF, email, code, request));
    }

    private boolean redeem(String code, String request) {
        codes.countTry(PROOF, email, request);
        return again(code, request);
    }

    /** As when the command has to be handled once more. */
    private boolean again(String code, String request) {
        return transaction.execute(
                _ -> codes.isRight(PROOF, email, code, request) && codes.redeem(PROOF, email, code, request));
    }

    private static String wrong(String code) {
        return code.equals("000000") ? "000001" : "000000";
    }
}
