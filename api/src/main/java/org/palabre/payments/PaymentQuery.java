package org.palabre.payments;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one may ask about payments, and the shapes of the answers. */
public sealed interface PaymentQuery {

    /** Which providers can be used now: answered by the command side with {@link Offered}. */
    record FindProviders() implements PaymentQuery {}

    /** How payments stand: answered by {@link Standings}, those that are not known yet left out. */
    record FindPaymentStandings(List<PaymentId> payments) implements PaymentQuery {

        public FindPaymentStandings {
            payments = List.copyOf(payments);
        }
    }

    /** The providers that can be used. */
    record Offered(List<Provider> providers) {

        public Offered {
            providers = List.copyOf(providers);
        }
    }

    record Standings(List<PaymentStanding> payments) {

        public Standings {
            payments = List.copyOf(payments);
        }
    }

    /**
     * How a payment stands, as shown with what it pays for.
     *
     * @param redirectUrl where the payer goes to pay, if the provider wants it so
     */
    record PaymentStanding(
            PaymentId id, PaymentStatus status, @Nullable String redirectUrl) {

        /** Of a payment that is on its way to its provider. */
        public static PaymentStanding asked(PaymentId id) {
            return new PaymentStanding(id, PaymentStatus.PENDING, null);
        }
    }
}
