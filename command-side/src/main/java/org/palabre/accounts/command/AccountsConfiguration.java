package org.palabre.accounts.command;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AccountsConfiguration {

    private static final Duration BETWEEN_FORGETTING = Duration.ofHours(1);

    /** The key that is configured, otherwise one of our own making. */
    @Bean
    SigningKey signingKey(
            @Value("${palabre.signing-key:}") String configured, @Value("${palabre.home:./data}") Path home) {
        return configured.isEmpty()
                ? SigningKey.fromFileOrNew(home.resolve("signing-key.pem"))
                : SigningKey.fromFile(Path.of(configured));
    }

    @Bean
    RecurringTask<Void> forgetLogInAttempts(LogInAttempts attempts) {
        return Tasks.recurring("forget-login-attempts", FixedDelay.of(BETWEEN_FORGETTING))
                .execute((_, _) -> attempts.forgetOld());
    }

    @Bean
    JWKSource<SecurityContext> ownPublicKeys(SigningKey signingKey) {
        return new ImmutableJWKSet<>(new JWKSet(signingKey.publicPart()));
    }
}
