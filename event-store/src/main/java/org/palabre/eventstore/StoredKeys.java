package org.palabre.eventstore;

import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps wrapped keys in PostgreSQL. */
public final class StoredKeys implements WrappedKeys {

    private final JdbcTemplate jdbc;

    public StoredKeys(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    @Override
    public Optional<WrappedKey> find(UUID subject) {
        return jdbc
                .query(
                        "select encode(wrapped_key, 'base64') from personal_key where subject = ?",
                        (row, _) -> new WrappedKey(row.getString(1)),
                        subject)
                .stream()
                .findFirst();
    }

    /** Waits for another transaction that is giving it one, and then leaves that one alone. */
    @Override
    public void add(UUID subject, WrappedKey key) {
        write("""
                insert into personal_key (subject, wrapped_key) values (?, decode(?, 'base64'))
                on conflict do nothing""", subject, key.base64());
    }

    @Override
    public void destroy(UUID subject) {
        write("""
                insert into personal_key (subject, destroyed_at) values (?, now())
                on conflict (subject) do update set wrapped_key = null, destroyed_at = now()
                where personal_key.destroyed_at is null""", subject);
    }

    private void write(String sql, @Nullable Object... arguments) {
        jdbc.execute((ConnectionCallback<@Nullable Void>) connection -> {
            Transactions.requireCommit(connection);
            return null;
        });
        jdbc.update(sql, arguments);
    }
}
