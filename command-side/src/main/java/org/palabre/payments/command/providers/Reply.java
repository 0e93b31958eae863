package org.palabre.payments.command.providers;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.palabre.payments.PaymentFailure;

/** What came of a call to a provider. */
public sealed interface Reply {

    /**
     * It took the request, and the payer is asked.
     *
     * @param session what it wants to hear again when it is asked, by its own names
     * @param callbackToken what it proves its notifications with
     * @param redirectUrl where the payer goes to pay
     */
    record Taken(Map<String, String> session, Optional<String> callbackToken, Optional<String> redirectUrl)
            implements Reply {

        public Taken {
            session = Map.copyOf(session);
        }

        /** One who says nothing more than that. */
        public static Taken simply() {
            return new Taken(Map.of(), Optional.empty(), Optional.empty());
        }

        /** Shows nothing, so that no log holds what is secret. */
        @Override
        public String toString() {
            return "Taken";
        }
    }

    /** It knows of the request, and the payer has not decided. */
    record Waiting() implements Reply {}

    /**
     * It says that it has the money.
     *
     * @param reference of ours, as it says it
     */
    record Paid(String reference, BigDecimal amount, String currency) implements Reply {}

    /** It says that the money will not come. */
    record Declined(PaymentFailure failure) implements Reply {}

    /** It gave the money back. */
    record GivenBack() implements Reply {}

    /** It gives nothing back, or not this. */
    record NoRefund() implements Reply {}

    /**
     * It cannot have heard of it.
     *
     * @param why for the log: nothing personal, nothing secret
     */
    record NotSent(String why) implements Reply {}

    /**
     * Nothing was said to it, as others were before.
     *
     * @param pause before it may be this one's turn
     */
    record NotYet(Duration pause) implements Reply {}

    /**
     * Whatever may have happened.
     *
     * @param why for the log: nothing personal, nothing secret
     */
    record Unknown(String why) implements Reply {}
}
