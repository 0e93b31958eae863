package org.palabre.requests;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.common.lock.PessimisticLockFactory;
import org.axonframework.modelling.command.Repository;
import org.axonframework.serialization.Serializer;
import org.palabre.eventstore.PersonalKeys;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class RequestsConfiguration {

    private static final Duration BETWEEN_FORGETTING = Duration.ofHours(1);

    /** Whoever asks a second time waits for the first: ten seconds, as the contract says. */
    private static final int LOCK_ATTEMPTS = 10;

    private static final int LOCK_ATTEMPT_MILLIS = 1_000;

    @Bean
    LockFactory requestLocks() {
        return PessimisticLockFactory.builder()
                .acquireAttempts(LOCK_ATTEMPTS)
                .lockAttemptTimeout(LOCK_ATTEMPT_MILLIS)
                .build();
    }

    @Bean
    Answers answers(@Qualifier("messageSerializer") Serializer serializer, PersonalKeys keys, Clock clock) {
        return new Answers(serializer, keys, clock);
    }

    @Bean
    Idempotency idempotency(Repository<KeyedRequest> requests, Answers answers, JdbcClient jdbc, Clock clock) {
        return new Idempotency(requests, answers, jdbc, clock);
    }

    @Bean
    RecurringTask<Void> forgetAnswers(Answers answers) {
        return Tasks.recurring("forget-answers", FixedDelay.of(BETWEEN_FORGETTING))
                .execute((_, _) -> answers.forgetOld());
    }
}
