package org.palabre.accounts.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.palabre.accounts.CodePurpose;
import org.palabre.eventstore.KeyedHash;
import org.palabre.eventstore.MasterKey;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * One-time codes of six digits, each for one address and purpose. A code follows by keyed hash from a random number that
 * is stored, so neither the code nor the address is: without the key the table tells nothing. All but counting a try is
 * called in a transaction.
 */
@Component
class Codes {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SEED_BYTES = 16;
    private static final int DIGITS = 1_000_000;
    private static final int MAX_TRIES = 5;
    private static final int MAX_AN_HOUR = 3;
    private static final Duration HOUR = Duration.ofHours(1);

    /** No request is called so. */
    private static final String BY_NOBODY = "";

    private final JdbcClient jdbc;
    private final KeyedHash hash;
    private final Clock clock;
    private final Duration life;
    private final Duration pause;

    Codes(
            JdbcClient jdbc,
            MasterKey master,
            Clock clock,
            @Value("${palabre.code-ttl:PT10M}") Duration life,
            @Value("${palabre.code-pause:PT30S}") Duration pause) {
        this.jdbc = jdbc;
        this.hash = master.hash("one-time-codes");
        this.clock = clock;
        this.life = life;
        this.pause = pause;
    }

    /** How long a code works. */
    Duration life() {
        return life;
    }

    /** Makes a code, which takes the place of the one before, and tells when; nothing if it is too soon for another. */
    Optional<Instant> issue(CodePurpose purpose, String email) {
        var address = lock(purpose, email);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (issuedSince(address, now.minus(HOUR)) >= MAX_AN_HOUR || issuedSince(address, now.minus(pause)) > 0) {
            return Optional.empty();
        }
        var seed = new byte[SEED_BYTES];
        RANDOM.nextBytes(seed);
        jdbc.sql("insert into one_time_code (address, seed, issued_at) values (?, ?, ?)")
                .params(address, seed, Timestamp.from(now))
                .update();
        return Optional.of(now);
    }

    /** The code that was issued then, if it can still be used. */
    Optional<String> find(CodePurpose purpose, String email, Instant issuedAt) {
        return newest(address(purpose, email), BY_NOBODY)
                .filter(code -> code.at().equals(issuedAt) && unused(code))
                .map(Issued::code);
    }

    /**
     * Counts a request as one of the five tries that a code bears: in no transaction, and before anything is looked at, so
     * that whoever tries a thousand at once has five. It is counted where there is no code as well, so that time does not
     * tell.
     */
    void countTry(CodePurpose purpose, String email, String request) {
        jdbc.sql("""
                        insert into code_try (request, address, issued_at, at)
                        values (:request, :address,
                                (select max(issued_at) from one_time_code where address = :address), :at)
                        """)
                .param("request", request)
                .param("address", address(purpose, email))
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    /**
     * Whether this is the code.
     *
     * @param request that was counted for it; it may have used it, when its command has to be tried again
     */
    boolean isRight(CodePurpose purpose, String email, String code, String request) {
        return newest(address(purpose, email), request)
                .filter(Issued::tried)
                .filter(each -> unused(each) || request.equals(each.usedBy()))
                .filter(each -> MessageDigest.isEqual(each.code().getBytes(UTF_8), code.getBytes(UTF_8)))
                .isPresent();
    }

    /** Uses the code up, if it is right and it is not too late by now. */
    boolean redeem(CodePurpose purpose, String email, String code, String request) {
        var address = lock(purpose, email);
        var right = isRight(purpose, email, code, request);
        if (right) {
            jdbc.sql("""
                            update one_time_code set used_by = :request
                                where address = :address
                                    and issued_at = (select max(issued_at) from one_time_code where address = :address)
                            """).param("request", request).param("address", address).update();
        }
        return right;
    }

    /** Makes every code of this address useless. When they were issued is kept as long as it counts for the next. */
    void revoke(String email) {
        for (var purpose : CodePurpose.values()) {
            jdbc.sql("update one_time_code set used_by = ? where address = ?")
                    .params(BY_NOBODY, lock(purpose, email))
                    .update();
        }
    }

    /** Lets go of codes that are of no use and count for no other any more. */
    void forgetOld() {
        var until = Timestamp.from(clock.instant().minus(HOUR.compareTo(life) > 0 ? HOUR : life));
        jdbc.sql("delete from code_try where at <= ?").param(until).update();
        jdbc.sql("delete from one_time_code where issued_at <= ?").param(until).update();
    }

    /** Whether a code that was issued then is of no use any more. */
    boolean outlived(Instant issuedAt) {
        return !clock.instant().isBefore(issuedAt.plus(life));
    }

    /**
     * @param tried whether the request that asks was counted for it, as one of those that it bears
     */
    private record Issued(String code, Instant at, @Nullable String usedBy, boolean tried) {

        /** Shows nothing, so that no log holds what is secret. */
        @Override
        public String toString() {
            return "Issued";
        }
    }

    private Issued issued(ResultSet row, @SuppressWarnings("unused") int number) throws SQLException {
        return new Issued(
                digits(row.getBytes("seed")),
                row.getTimestamp("issued_at").toInstant(),
                row.getString("used_by"),
                row.getBoolean("tried"));
    }

    private boolean unused(Issued code) {
        return code.usedBy() == null && !outlived(code.at());
    }

    /** All in one statement, so that it takes as long where there is none. */
    private Optional<Issued> newest(byte[] address, String request) {
        return jdbc.sql("""
                        select *, (select count(*) <= :most and bool_or(request = :request) from code_try
                                    where address = code.address and issued_at = code.issued_at) as tried
                            from one_time_code code where address = :address order by issued_at desc limit 1
                        """)
                .param("most", MAX_TRIES)
                .param("request", request)
                .param("address", address)
                .query(this::issued)
                .optional();
    }

    private int issuedSince(byte[] address, Instant instant) {
        return jdbc.sql("select count(*) from one_time_code where address = ? and issued_at > ?")
                .params(address, Timestamp.from(instant))
                .query(Integer.class)
                .single();
    }

    /** Makes everyone else who has to do with this address wait for the end of the transaction. */
    private byte[] lock(CodePurpose purpose, String email) {
        var address = address(purpose, email);
        jdbc.sql("select pg_advisory_xact_lock(?)")
                .param(ByteBuffer.wrap(address).getLong())
                .query((_, _) -> true)
                .single();
        return address;
    }

    private byte[] address(CodePurpose purpose, String email) {
        return hash.of(purpose + ":" + email.toLowerCase(Locale.ROOT));
    }

    private String digits(byte[] seed) {
        return "%06d"
                .formatted(Long.remainderUnsigned(ByteBuffer.wrap(hash.of(seed)).getLong(), DIGITS));
    }
}
