package org.palabre.gatherings.command;

import org.palabre.deadlines.Errand;
import org.palabre.payments.PaymentCommand.RequestPayment;
import org.palabre.shared.Actor;
import org.palabre.web.Commands;
import org.springframework.stereotype.Component;

/** Takes the wish for an order's money to payments. */
@Component
class MoneyRequests implements Errand<RequestPayment> {

    private final Commands commands;

    MoneyRequests(Commands commands) {
        this.commands = commands;
    }

    @Override
    public Class<RequestPayment> task() {
        return RequestPayment.class;
    }

    @Override
    public void run(RequestPayment request) {
        commands.sendAs(new Actor.Platform(), request);
    }
}
