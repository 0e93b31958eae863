package org.palabre.handling;

import static org.palabre.shared.Refused.Common.IDEMPOTENCY_KEY_REUSED;
import static org.palabre.shared.Refused.Common.IN_PROGRESS;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.palabre.shared.Refused;
import org.palabre.shared.Refused.Kind;
import org.palabre.shared.Refused.Refusal;
import org.palabre.web.MessageKeys;
import org.springframework.dao.CannotAcquireLockException;

/**
 * The same request of the same caller happens once. Its row is taken before the handler runs and is stored together with
 * the events, so that neither a second request meanwhile nor a crash at any moment makes it happen twice.
 */
class Idempotency implements MessageHandlerInterceptor<CommandMessage<?>> {

    private final AnsweredRequests requests;

    Idempotency(AnsweredRequests requests) {
        this.requests = requests;
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain)
            throws Exception {
        var metaData = work.getMessage().getMetaData();
        if (!(metaData.get(MessageKeys.IDEMPOTENCY_KEY) instanceof String key)
                || !(metaData.get(MessageKeys.IDEMPOTENCY_FINGERPRINT) instanceof String fingerprint)) {
            return chain.proceed();
        }
        return take(key, fingerprint) ? first(chain, key) : again(key, fingerprint);
    }

    private boolean take(String key, String fingerprint) {
        try {
            return requests.take(key, fingerprint);
        } catch (CannotAcquireLockException stillRunning) {
            throw new Refused(IN_PROGRESS);
        }
    }

    private @Nullable Object first(InterceptorChain chain, String key) throws Exception {
        try {
            var answer = chain.proceed();
            requests.answer(key, answer);
            return answer;
        } catch (Refused refused) {
            refused.<Refusal>getDetails()
                    .filter(refusal -> refusal.kind() == Kind.CONFLICT)
                    .ifPresent(refusal -> requests.refuse(key, refusal));
            throw refused;
        }
    }

    private @Nullable Object again(String key, String fingerprint) {
        var request = requests.find(key);
        if (!request.fingerprint().equals(fingerprint)) {
            throw new Refused(IDEMPOTENCY_KEY_REUSED);
        }
        if (request.answer() instanceof Refusal refusal) {
            throw new Refused(refusal);
        }
        return request.answer();
    }
}
