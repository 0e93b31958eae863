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
 * is stored, so neither the code nor the address is: without the key the table tells nothing. Call it in a transaction.
 */
@Component
class Codes {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SEED_BYTES = 16;
    private static final int DIGITS = 1_000_000;
    private static final int MAX_TRIES = 5;
    private static final int MAX_AN_HOUR = 3;
    private static final Duration HOUR = Duration.ofHours(1);

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
        return newest(address(purpose, email))
                .filter(code -> code.at().equals(issuedAt) && usable(code))
                .map(Issued::code);
    }

    /**
     * Uses a code up. A wrong one costs one of five tries, so the transaction has to be committed all the same.
     *
     * @param request who uses it, and may do so again, when its command has to be tried again
     */
    boolean redeem(CodePurpose purpose, String email, String code, String request) {
        var address = lock(purpose, email);
        var newest = newest(address).filter(each -> usable(each) || request.equals(each.usedBy()));
        if (newest.isEmpty()) {
            return false;
        }
        var right = MessageDigest.isEqual(newest.get().code().getBytes(UTF_8), code.getBytes(UTF_8));
        jdbc.sql(
                        "update one_time_code set tries = tries + 1, used_by = case when ? then ? end where address = ? and issued_at = ?")
                .params(right, request, address, Timestamp.from(newest.get().at()))
                .update();
        return right;
    }

    /** Makes every code of this address useless. When they were issued is kept as long as it counts for the next. */
    void revoke(String email) {
        for (var purpose : CodePurpose.values()) {
            jdbc.sql("update one_time_code set tries = ?, used_by = null where address = ?")
                    .params(MAX_TRIES, lock(purpose, email))
                    .update();
        }
    }

    /** Lets go of codes that are of no use and count for no other any more. */
    void forgetOld() {
        jdbc.sql("delete from one_time_code where issued_at <= ?")
                .param(Timestamp.from(clock.instant().minus(HOUR.compareTo(life) > 0 ? HOUR : life)))
                .update();
    }

    /** Whether a code that was issued then is of no use any more. */
    boolean outlived(Instant issuedAt) {
        return !clock.instant().isBefore(issuedAt.plus(life));
    }

    private record Issued(
            String code, Instant at, int tries, @Nullable String usedBy) {

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
                row.getInt("tries"),
                row.getString("used_by"));
    }

    private boolean usable(Issued code) {
        return code.usedBy() == null && code.tries() < MAX_TRIES && !outlived(code.at());
    }

    private Optional<Issued> newest(byte[] address) {
        return jdbc.sql("select * from one_time_code where address = ? order by issued_at desc limit 1")
                .param(address)
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
