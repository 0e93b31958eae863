package org.palabre.accounts.command;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.palabre.accounts.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The hashes of passwords: kept here and in no event, so that a hash that is replaced is gone. */
@Component
class PasswordHashes {

    private final JdbcClient jdbc;
    private final Clock clock;

    PasswordHashes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void set(AccountId accountId, String hash) {
        jdbc.sql("""
                        insert into credential (account_id, password_hash, changed_at) values (?, ?, ?)
                        on conflict (account_id) do update
                            set password_hash = excluded.password_hash, changed_at = excluded.changed_at
                        """)
                .params(accountId.value(), hash, Timestamp.from(clock.instant()))
                .update();
    }

    /** Hashes the same password better: puts one hash in the place of another, unless that one is gone already. */
    void replace(AccountId accountId, String hash, String better) {
        jdbc.sql("update credential set password_hash = ? where account_id = ? and password_hash = ?")
                .params(better, accountId.value(), hash)
                .update();
    }

    /** Whether this is the account's hash now. */
    boolean is(AccountId accountId, String hash) {
        return find(accountId).filter(hash::equals).isPresent();
    }

    void forget(AccountId accountId) {
        jdbc.sql("delete from credential where account_id = ?")
                .param(accountId.value())
                .update();
    }

    Optional<String> find(AccountId accountId) {
        return jdbc.sql("select password_hash from credential where account_id = ?")
                .param(accountId.value())
                .query(String.class)
                .optional();
    }

    /**
     * The hash of any account, unless there is none.
     *
     * @param chance hexadecimal digits: the same find the same, and all that there are find all accounts alike
     */
    Optional<String> findAny(String chance) {
        return jdbc.sql("""
                        (select password_hash from credential where md5(account_id::text) >= ?
                            order by md5(account_id::text) limit 1)
                        union all
                        (select password_hash from credential order by md5(account_id::text) limit 1)
                        limit 1
                        """).param(chance).query(String.class).optional();
    }
}
