package org.palabre.payments.command.providers;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.palabre.payments.PaymentId;
import org.palabre.payments.Provider;
import org.palabre.shared.Money;

/** What is asked for in these tests: 5,000 francs. */
final class Charges {

    private Charges() {}

    static Charge of(Provider provider, String telephone) {
        return new Charge(
                PaymentId.next(),
                1,
                provider,
                new Money(new BigDecimal("5000"), "XOF"),
                telephone,
                Instant.now().plus(Duration.ofMinutes(15)));
    }
}
