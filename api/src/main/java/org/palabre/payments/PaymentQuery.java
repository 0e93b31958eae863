package org.palabre.payments;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.palabre.accounts.AccountId;
import org.palabre.accounts.PersonView;
import org.palabre.shared.Money;
import org.palabre.shared.Page;
import org.palabre.shared.Versioned;

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

    /** A payer's own: answered by an optional {@link PaymentView}. */
    record FindPayment(PaymentId paymentId, AccountId payer) implements PaymentQuery {}

    /** A payer's own, newest first: answered by a {@link PaymentPage}. */
    record FindPayments(AccountId payer, Optional<PaymentStatus> status, Page.Request page) implements PaymentQuery {}

    /**
     * Everybody's, newest first: answered by a {@link PayerPage}.
     *
     * @param needsHelp those that a person has to look after, or those that nobody has to
     */
    record FindAllPayments(
            Optional<PaymentStatus> status,
            Optional<Provider> provider,
            Optional<PaymentPurpose> purpose,
            Optional<Boolean> needsHelp,
            Page.Request page)
            implements PaymentQuery {}

    record PaymentPage(long count, List<PaymentView> rows) implements Page<PaymentView> {}

    record PayerPage(long count, List<PaymentOf> rows) implements Page<PaymentOf> {}

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

    /**
     * A payment.
     *
     * @param reference what the provider knows it by
     * @param failure why it failed, or {@code PROVIDER_ERROR} where a person has to look after it
     * @param settledAt when it became what it is, if it is settled
     */
    record PaymentView(
            PaymentId id,
            PaymentPurpose purpose,
            Provider provider,
            Money amount,
            PaymentStatus status,
            String reference,
            @Nullable PaymentFailure failure,
            Instant createdAt,
            @Nullable Instant settledAt,
            long version)
            implements Versioned {}

    /**
     * A payment with whose it is.
     *
     * @param trouble why a person has to look after it, the newest reason alone, until the provider or an admin has settled it
     */
    record PaymentOf(
            @JsonUnwrapped PaymentView payment,
            PersonView payer,
            @Nullable PaymentTrouble trouble) {}
}
