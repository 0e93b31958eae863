package org.palabre.payments.command;

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

    private final Payments payments;
    private final Patience patience;

    PayerNews(Payments payments, Patience patience) {
        this.payments = payments;
        this.patience = patience;
    }

    @CommandHandler
    @Nullable
    MoneyReturned handle(TellRefund command, Actor actor) {
        actor.mustBePlatform();
        if (patience.isTooLateToTell(command.since())) {
            return null;
        }
        var payment = payments.load(command.paymentId());
        patience.waitForCause(payment, command.version(), command.since());
        return payment.invoke(Payment::returned).orElse(null);
    }
}
