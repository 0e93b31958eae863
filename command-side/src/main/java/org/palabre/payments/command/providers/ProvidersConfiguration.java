package org.palabre.payments.command.providers;

import java.time.Clock;
import java.time.Duration;
import org.palabre.payments.Provider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A provider is there when its key is. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({OrangeMoneySettings.class, MtnMomoSettings.class, MoovMoneySettings.class})
class ProvidersConfiguration {

    @Bean
    @ConditionalOnProperty("palabre.payments.orange-money.merchant-key")
    MobileMoney orangeMoney(
            OrangeMoneySettings settings, @Value("${palabre.public-url}") String publicUrl, Clock clock) {
        return new OrangeMoney(settings, publicUrl, new ProviderHttp(Provider.ORANGE_MONEY), clock);
    }

    @Bean
    @ConditionalOnProperty("palabre.payments.mtn-momo.subscription-key")
    MobileMoney mtnMomo(
            MtnMomoSettings settings,
            @Value("${palabre.public-url}") String publicUrl,
            Signatures signatures,
            Clock clock) {
        return new MtnMomo(
                settings,
                publicUrl + "/api/webhooks/mtn-momo/" + signatures.segment(Provider.MTN_MOMO),
                new ProviderHttp(Provider.MTN_MOMO),
                clock);
    }

    @Bean
    @ConditionalOnProperty("palabre.payments.moov-money.password")
    MobileMoney moovMoney(MoovMoneySettings settings) {
        return switch (settings.country()) {
            case BF -> new MoovMoneyBurkina(settings, new ProviderHttp(Provider.MOOV_MONEY));
            // an answer that is not waited for costs a person's time
            case BJ -> new MoovMoneyBenin(settings, new ProviderHttp(Provider.MOOV_MONEY, Duration.ofMinutes(1)));
        };
    }
}
