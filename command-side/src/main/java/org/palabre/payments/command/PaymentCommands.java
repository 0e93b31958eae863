package org.palabre.payments.command;

import static org.palabre.handling.Precondition.met;

import org.axonframework.commandhandling.CommandHandler;
import org.palabre.payments.PaymentCommand.ConfirmRefund;
import org.palabre.payments.PaymentCommand.Refund;
import org.palabre.payments.PaymentCommand.RequestPayment;
import org.palabre.payments.PaymentCommand.ReturnMoney;
import org.palabre.payments.PaymentCommand.SettleTrouble;
import org.palabre.payments.PaymentEvent.PaymentRequested;
import org.palabre.payments.PaymentQuery.PaymentView;
import org.palabre.shared.Actor;
import org.palabre.shared.Actor.Role;
import org.springframework.stereotype.Component;

/** Asks for money and gives it back, as others want it. */
@Component
class PaymentCommands {

    private final Payments payments;

    PaymentCommands(Payments payments) {
        this.payments = payments;
    }

    @CommandHandler
    void handle(RequestPayment command, Actor actor) throws Exception {
        actor.mustBePlatform();
        if (payments.find(command.paymentId()).isEmpty()) {
            payments.add(() -> new Payment(new PaymentRequested(
                    command.paymentId(),
                    command.payer(),
                    command.purpose(),
                    command.purchase(),
                    command.amount(),
                    command.provider(),
                    command.telephone(),
                    command.expiresAt())));
        }
    }

    @CommandHandler
    void handle(ReturnMoney command, Actor actor) {
        actor.mustBePlatform();
        payments.execute(payments.load(command.paymentId()), Payment::returnMoney);
    }

    @CommandHandler
    PaymentView handle(Refund command, Actor actor) {
        actor.must(Role.ADMIN);
        var payment = met(payments.load(command.paymentId()));
        payments.execute(payment, Payment::refund);
        return payment.invoke(Payment::view);
    }

    @CommandHandler
    PaymentView handle(ConfirmRefund command, Actor actor) {
        actor.must(Role.ADMIN);
        var payment = met(payments.load(command.paymentId()));
        payments.execute(payment, Payment::confirmRefund);
        return payment.invoke(Payment::view);
    }

    @CommandHandler
    PaymentView handle(SettleTrouble command, Actor actor) {
        actor.must(Role.ADMIN);
        var payment = met(payments.load(command.paymentId()));
        payments.execute(payment, it -> it.settle(command.trouble()));
        return payment.invoke(Payment::view);
    }
}
