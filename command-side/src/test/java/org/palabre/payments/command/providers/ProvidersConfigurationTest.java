package org.palabre.payments.command.providers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ProvidersConfigurationTest {

    private final ApplicationContextRunner platform =
            new ApplicationContextRunner().withUserConfiguration(ProvidersConfiguration.class);

    private final ApplicationContextRunner withMoov = platform.withPropertyValues(
            "palabre.payments.moov-money.base-url=https://moov.example",
            "palabre.payments.moov-money.username=user",
            "palabre.payments.moov-money.password=secret");

    @Test
    void without_keys_nobody_is_there() {
        platform.run(context -> assertThat(context).doesNotHaveBean(MobileMoney.class));
    }

    @Test
    void moov_money_speaks_as_its_country_does() {
        withMoov.run(context -> assertThat(context).hasSingleBean(MoovMoneyBurkina.class));
        withMoov.withPropertyValues(
                        "palabre.payments.moov-money.country=bj", "palabre.payments.moov-money.key=" + "k".repeat(32))
                .run(context ->
                        assertThat(context).hasSingleBean(MoovMoneyBenin.class).hasSingleBean(MobileMoney.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ci", "bj"})
    void a_country_that_is_not_known_or_wants_a_key_is_told_at_the_start(String country) {
        withMoov.withPropertyValues("palabre.payments.moov-money.country=" + country)
                .run(context -> assertThat(context).hasFailed());
    }
}
