package org.palabre.payments;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What the platform tells itself about a payment and its provider: when to call, and what came of it. */
public sealed interface ProviderCommand {

    @TargetAggregateIdentifier
    PaymentId paymentId();

    /**
     * Asks the provider for the money, until it has taken the request.
     *
     * @param since when this was set
     */
    record SubmitPayment(PaymentId paymentId, Instant since) implements ProviderCommand {}

    /**
     * Asks the provider how it stands, again and again.
     *
     * @param times how often it was asked before
     */
    record AskProvider(PaymentId paymentId, int times) implements ProviderCommand {}

    /** Asks the provider at once and this once, since somebody says that it has something to tell. */
    record AskProviderNow(PaymentId paymentId) implements ProviderCommand {}

    /** The purchase waits no more. */
    record ExpirePayment(PaymentId paymentId) implements ProviderCommand {}

    /**
     * Has the provider give the money back, until it has.
     *
     * @param since when this was set
     */
    record GiveBack(PaymentId paymentId, Instant since) implements ProviderCommand {}

    /**
     * The provider took the request.
     *
     * @param session what it wants to hear again when it is asked, by its own names
     * @param callbackToken what it proves its notifications with, if anything
     */
    record NoteTaken(
            PaymentId paymentId,
            int attempt,
            Map<String, String> session,
            @Nullable String callbackToken,
            @Nullable String redirectUrl)
            implements ProviderCommand {

        public NoteTaken {
            session = Map.copyOf(session);
        }

        /** Leaves out what is secret, so that no log holds it. */
        @Override
        public String toString() {
            return "NoteTaken[%s, %d]".formatted(paymentId, attempt);
        }
    }

    /** The provider cannot have heard of this attempt. */
    record NoteNotSent(PaymentId paymentId, int attempt) implements ProviderCommand {}

    /**
     * The provider says that this was paid.
     *
     * @param reference of ours, as it says it
     */
    record NotePaid(PaymentId paymentId, int attempt, String reference, BigDecimal amount, String currency)
            implements ProviderCommand {}

    record NoteDeclined(PaymentId paymentId, int attempt, PaymentFailure failure) implements ProviderCommand {}

    /** The provider could not be made to say how it stands. */
    record NoteNeverAnswered(PaymentId paymentId) implements ProviderCommand {}

    record NoteGivenBack(PaymentId paymentId) implements ProviderCommand {}

    /** The provider will not give it back. */
    record NoteNotGivenBack(PaymentId paymentId) implements ProviderCommand {}
}
