package org.palabre.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.palabre.shared.Actor;
import org.palabre.shared.Positions;
import org.palabre.shared.Refused;
import org.palabre.shared.Refused.Common;
import org.palabre.shared.Refused.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Sends commands and answers with the decision once it is stored. Who asks, with which request and on which condition
 * goes along as metadata; commands that collided are tried again; and the caller's next read sees what was decided.
 */
public class Commands {

    private static final Logger LOG = LoggerFactory.getLogger(Commands.class);
    private static final int ATTEMPTS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final CommandBus bus;
    private final Queries queries;
    private final Duration readYourWrites;

    /**
     * @param readYourWrites how long a command that is decided waits until it is shown
     */
    public Commands(CommandBus bus, Queries queries, Duration readYourWrites) {
        this.bus = bus;
        this.queries = queries;
        this.readYourWrites = readYourWrites;
    }

    /**
     * Sends a command of the request that this thread serves, and gives back the handler's answer. A refusal is thrown
     * as it was in the handler.
     */
    public <R> R send(Object command, Class<R> answer) {
        return answer.cast(sendForRequest(command).getPayload());
    }

    /** The same for a command that has no answer. */
    public void send(Object command) {
        sendForRequest(command);
    }

    /** Sends a command without a request: one of the platform's own, or of somebody that it acts for. */
    public <R> R sendAs(Actor actor, Object command, Class<R> answer) {
        return answer.cast(decided(dispatch(command, ActorMetaData.of(actor))).getPayload());
    }

    /** The same for a command that has no answer. */
    public void sendAs(Actor actor, Object command) {
        decided(dispatch(command, ActorMetaData.of(actor)));
    }

    /** The same, and what is read next sees what was decided. */
    public void sendAsAndShow(Actor actor, Object command) {
        var result = decided(dispatch(command, ActorMetaData.of(actor)));
        if (result.getMetaData().get(MessageKeys.POSITIONS) instanceof String token) {
            awaitProjections(ConsistencyToken.read(token));
        }
    }

    private CommandResultMessage<?> sendForRequest(Object command) {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)) {
            throw new IllegalStateException(
                    "No request asks for " + command.getClass().getSimpleName());
        }
        var request = attributes.getRequest();
        var result = decided(dispatch(command, metaDataOf(request)));
        if (result.getMetaData().get(MessageKeys.POSITIONS) instanceof String token) {
            if (attributes.getResponse() != null) {
                attributes.getResponse().setHeader(ConsistencyToken.HEADER, token);
            }
            if (!Preference.respondAsync(request)) {
                awaitProjections(ConsistencyToken.read(token));
            }
        }
        return result;
    }

    private static Map<String, Object> metaDataOf(HttpServletRequest request) {
        var caller = Caller.of(request);
        var metaData = new HashMap<String, Object>(ActorMetaData.of(caller.actor()));
        metaData.put(MessageKeys.REQUEST_ID, caller.requestId());
        metaData.put(MessageKeys.IP, caller.ip());
        Precondition.of(request).ifPresent(versions -> metaData.put(MessageKeys.EXPECTED_VERSION, versions));
        IdempotencyKey.of(request).ifPresent(key -> {
            metaData.put(MessageKeys.IDEMPOTENCY_KEY, key.key());
            metaData.put(MessageKeys.IDEMPOTENCY_FINGERPRINT, key.fingerprint());
        });
        return metaData;
    }

    private CommandResultMessage<?> dispatch(Object command, Map<String, ?> metaData) {
        for (int attempt = 1; ; attempt++) {
            var callback = new FutureCallback<Object, Object>();
            bus.dispatch(GenericCommandMessage.asCommandMessage(command).andMetaData(metaData), callback);
            var result = callback.getResult(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (attempt == ATTEMPTS || !result.isExceptional() || !mayTryAgain(result.exceptionResult())) {
                return result;
            }
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(1_000_000L << attempt));
        }
    }

    /** Two commands wanted the same aggregate, and the store took one of them; or nobody was there to handle it. */
    private static boolean mayTryAgain(Throwable failure) {
        return failure instanceof NoHandlerForCommandException
                || refusal(failure)
                        .filter(it -> it.code().equals(Common.CONFLICT.code()))
                        .isPresent();
    }

    private static Optional<Refusal> refusal(Throwable failure) {
        return failure instanceof CommandExecutionException told
                ? told.<Object>getDetails().filter(Refusal.class::isInstance).map(Refusal.class::cast)
                : Optional.empty();
    }

    /** What was decided stays decided, whether or not anybody can tell that it is shown. */
    private void awaitProjections(Positions positions) {
        try {
            var _ = queries.shown(positions, readYourWrites);
        } catch (RuntimeException failure) {
            LOG.warn("Nobody can tell whether {} is shown", positions, failure);
        }
    }

    private static CommandResultMessage<?> decided(CommandResultMessage<?> result) {
        if (!result.isExceptional()) {
            if (result.getPayload() instanceof Refusal kept) {
                throw new Refused(kept);
            }
            return result;
        }
        var failure = result.exceptionResult();
        throw refusal(failure).<RuntimeException>map(Refused::new).orElseGet(() -> switch (failure) {
            case RuntimeException unchecked -> unchecked;
            default -> new IllegalStateException(failure);
        });
    }
}
