package org.palabre.handling;

import javax.sql.DataSource;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.palabre.eventstore.MasterKey;
import org.palabre.shared.Refused.Refusal;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What callers were answered to the requests that they gave a key, for a day. Answers can hold a secret that is shown but
 * once, so they are sealed.
 */
class AnsweredRequests {

    private static final String PURPOSE = "answered-request";

    private final JdbcClient jdbc;
    private final JdbcOperations connection;
    private final Serializer serializer;
    private final MasterKey master;

    AnsweredRequests(DataSource dataSource, Serializer serializer, MasterKey master) {
        this.jdbc = JdbcClient.create(dataSource);
        this.connection = new JdbcTemplate(dataSource);
        this.serializer = serializer;
        this.master = master;
    }

    /**
     * Takes the key for the current transaction, if it is free. Waits while another transaction holds it.
     *
     * @throws org.springframework.dao.CannotAcquireLockException when the other takes longer than 10 s
     */
    boolean take(String key, String fingerprint) {
        jdbc.sql("set local lock_timeout = '10s'").update();
        var taken = jdbc.sql("""
                        insert into answered_request (key, fingerprint) values (?, ?)
                        on conflict (key) do update
                            set fingerprint = excluded.fingerprint, answer = null, taken_at = now()
                            where answered_request.taken_at < now() - interval '24 hours'
                        """).params(key, fingerprint).update();
        jdbc.sql("set local lock_timeout = default").update();
        jdbc.sql("savepoint taken").update();
        return taken == 1;
    }

    void answer(String key, @Nullable Object answer) {
        if (answer != null) {
            var sealed = sealed(answer);
            jdbc.sql("update answered_request set answer_type = ?, answer = ? where key = ?")
                    .params(sealed.getType().getName(), sealed.getData(), key)
                    .update();
        }
    }

    /**
     * Keeps a refusal, and nothing else of what the current transaction has done. It is committed here, while the key is
     * still held: between a rollback and another transaction, whoever waits for the key would take it and be the first
     * a second time.
     */
    void refuse(String key, Refusal refusal) {
        jdbc.sql("rollback to savepoint taken").update();
        answer(key, refusal);
        connection.execute((ConnectionCallback<@Nullable Void>) current -> {
            current.commit();
            return null;
        });
    }

    Answered find(String key) {
        return jdbc.sql("select fingerprint, answer_type, answer from answered_request where key = ?")
                .param(key)
                .query((row, _) -> new Answered(
                        row.getString("fingerprint"), opened(row.getString("answer_type"), row.getBytes("answer"))))
                .single();
    }

    /** Forgets what no caller may count on any more. */
    void forgetOld() {
        jdbc.sql("delete from answered_request where taken_at < now() - interval '24 hours'")
                .update();
    }

    private SimpleSerializedObject<byte[]> sealed(Object answer) {
        var plain = serializer.serialize(answer, byte[].class);
        return new SimpleSerializedObject<>(master.seal(PURPOSE, plain.getData()), byte[].class, plain.getType());
    }

    private @Nullable Object opened(@Nullable String type, byte @Nullable [] sealed) {
        return type == null || sealed == null
                ? null
                : serializer.deserialize(
                        new SimpleSerializedObject<>(master.open(PURPOSE, sealed), byte[].class, type, null));
    }

    /**
     * What a caller asked for, and the answer: {@code null} where there was nothing to say, a {@link Refusal} where it
     * was no.
     */
    record Answered(String fingerprint, @Nullable Object answer) {}
}
