package org.palabre.accounts.command;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AccountsConfiguration {

    private static final Duration BETWEEN_FORGETTING = Duration.ofHours(1);

    @Bean
    RecurringTask<Void> forgetCodes(Codes codes) {
        return Tasks.recurring("forget-codes", FixedDelay.of(BETWEEN_FORGETTING))
                .execute((_, _) -> codes.forgetOld());
    }

    @Bean
    RecurringTask<Void> forgetLogInAttempts(LogInAttempts attempts) {
        return Tasks.recurring("forget-login-attempts", FixedDelay.of(BETWEEN_FORGETTING))
                .execute((_, _) -> attempts.forgetOld());
    }
}
