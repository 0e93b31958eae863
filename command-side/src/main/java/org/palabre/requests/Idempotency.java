package org.palabre.requests;

import static org.palabre.shared.Refused.Common.IN_PROGRESS;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.palabre.shared.Refused;
import org.palabre.shared.Refused.Kind;
import org.palabre.shared.Refused.Refusal;
import org.palabre.shared.Verdict;
import org.palabre.web.MessageKeys;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The same request of the same caller happens once. That it was answered is an event among those that it makes happen:
 * they are stored together or not at all, and of two that come at once the event store takes one, on whatever server and
 * whenever it is that they meet.
 */
public class Idempotency {

    private final Repository<KeyedRequest> requests;
    private final Answers answers;
    private final JdbcClient jdbc;
    private final Clock clock;

    Idempotency(Repository<KeyedRequest> requests, Answers answers, JdbcClient jdbc, Clock clock) {
        this.requests = requests;
        this.answers = answers;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The handler's answer, or the one that it gave before; a conflict is an answer too, and comes as its {@link Refusal}. */
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain)
            throws Exception {
        var metaData = work.getMessage().getMetaData();
        if (!(metaData.get(MessageKeys.IDEMPOTENCY_KEY) instanceof String key)
                || !(metaData.get(MessageKeys.IDEMPOTENCY_FINGERPRINT) instanceof String fingerprint)) {
            return chain.proceed();
        }
        var id = id(key);
        var request = waitFor(id);
        var before = request.invoke(it -> it.answeredBefore(fingerprint, clock.instant()));
        if (before.isPresent()) {
            return answers.read(before.get());
        }
        var answer = attempt(work, chain);
        if (!(answer instanceof Verdict verdict && verdict.refused())) {
            request.execute(it -> it.answer(answers.write(id, fingerprint, answer)));
        }
        return answer;
    }

    /** Whoever asks the same on this server at this moment is waited for. */
    private Aggregate<KeyedRequest> waitFor(String id) throws Exception {
        try {
            return requests.loadOrCreate(id, KeyedRequest::new);
        } catch (LockAcquisitionFailedException stillRunning) {
            throw new Refused(IN_PROGRESS);
        }
    }

    /** Nothing is left of what the handler did before it found a conflict, but that it found one. */
    private @Nullable Object attempt(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain)
            throws Exception {
        jdbc.sql("savepoint attempt").update();
        UnitOfWork<CommandMessage<?>> attempt = DefaultUnitOfWork.startAndGet(work.getMessage());
        attempt.registerCorrelationDataProvider(_ -> work.getCorrelationData());
        var result = attempt.executeWithResult(chain::proceed);
        if (!result.isExceptional()) {
            return result.getPayload();
        }
        var conflict = conflict(result.exceptionResult());
        if (conflict.isEmpty()) {
            throw failure(result.exceptionResult());
        }
        jdbc.sql("rollback to savepoint attempt").update();
        return conflict.get();
    }

    private static Optional<Refusal> conflict(Throwable failure) {
        return failure instanceof Refused refused
                ? refused.<Refusal>getDetails().filter(refusal -> refusal.kind() == Kind.CONFLICT)
                : Optional.empty();
    }

    private static Exception failure(Throwable failure) {
        return switch (failure) {
            case Exception exception -> exception;
            case Error error -> throw error;
            default -> new IllegalStateException(failure);
        };
    }

    private static String id(String key) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return "request-" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
