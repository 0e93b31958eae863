package org.palabre.payments.command;

import java.time.Clock;
import java.time.Duration;
import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;
import org.palabre.deadlines.Patience;
import org.palabre.payments.MoneyReturned;
import org.palabre.payments.PaymentCommand.TellRefund;
import org.palabre.shared.Actor;
import org.springframework.stereotype.Component;

/** Says what payers are to be told of their money. */
@Component
class PayerNews {

    /** As long as mail servers try (RFC 5321, 4.5.4.1). */
    private static final Duration LIFE = Duration.ofDays(5);

    private final Payments payments;
    private final Patience patience;
    private final Clock clock;

    PayerNews(Payments payments, Patience patience, Clock clock) {
        this.payments = payments;
        this.patience = patience;
        this.clock = clock;
    }

    @CommandHandler
    @Nullable
    MoneyReturned handle(TellRefund command, Actor actor) {
        actor.mustBePlatform();
        if (clock.instant().isAfter(command.since().plus(LIFE))) {
            return null;
        }
        var payment = payments.load(command.paymentId());
        patience.waitForCause(payment, command.version(), command.since());
        return payment.invoke(Payment::returned).orElse(null);
    }
}
