package org.palabre.payments.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.palabre.eventstore.MasterKey;
import org.palabre.payments.PaymentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What each attempt is known by outside, and what its provider wants to hear again. Beside the events, since tokens of
 * providers are secrets: they are sealed, and of what proves a notification only the hash is kept.
 */
@Component
class PaymentAttempts {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> SESSION = new TypeReference<>() {};
    private static final String PURPOSE = "provider-sessions";

    private final JdbcClient jdbc;
    private final MasterKey master;

    PaymentAttempts(JdbcClient jdbc, MasterKey master) {
        this.jdbc = jdbc;
        this.master = master;
    }

    void add(PaymentId paymentId, int attempt) {
        jdbc.sql("insert into payment_attempt (reference, payment_id) values (?, ?) on conflict do nothing")
                .params(paymentId.reference(attempt), paymentId.value())
                .update();
    }

    void taken(PaymentId paymentId, int attempt, Map<String, String> session, @Nullable String callbackToken) {
        jdbc.sql("""
                        update payment_attempt set session = :session, callback_token_hash = :hash
                        where reference = :reference
                        """)
                .param("session", master.seal(PURPOSE, JSON.writeValueAsBytes(session)))
                .param("hash", callbackToken == null ? null : hash(callbackToken))
                .param("reference", paymentId.reference(attempt))
                .update();
    }

    /** What the provider answered to the request; empty if that is not known. */
    Map<String, String> session(PaymentId paymentId, int attempt) {
        return jdbc.sql("select session from payment_attempt where reference = ? and session is not null")
                .param(paymentId.reference(attempt))
                .query(byte[].class)
                .optional()
                .map(stored -> JSON.readValue(master.open(PURPOSE, stored), SESSION))
                .orElse(Map.of());
    }

    Optional<PaymentId> byReference(UUID reference) {
        return jdbc.sql("select payment_id from payment_attempt where reference = ?")
                .param(reference)
                .query(UUID.class)
                .optional()
                .map(PaymentId::new);
    }

    /** Whose notifications come with this token; found by its hash, which tells nobody how close a guess was. */
    Optional<PaymentId> byCallbackToken(String token) {
        return jdbc.sql("select payment_id from payment_attempt where callback_token_hash = ?")
                .param(hash(token))
                .query(UUID.class)
                .optional()
                .map(PaymentId::new);
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
