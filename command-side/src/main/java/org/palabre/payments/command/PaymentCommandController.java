package org.palabre.payments.command;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.palabre.payments.PaymentCommand.ConfirmRefund;
import org.palabre.payments.PaymentCommand.Refund;
import org.palabre.payments.PaymentCommand.SettleTrouble;
import org.palabre.payments.PaymentId;
import org.palabre.payments.PaymentQuery.PaymentView;
import org.palabre.payments.PaymentTrouble;
import org.palabre.web.Allow;
import org.palabre.web.Allow.Who;
import org.palabre.web.Commands;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PaymentCommandController {

    /** Names what was settled, so that nothing is that came up since the admin looked. */
    record Settlement(@NotNull PaymentTrouble trouble) {}

    private final Commands commands;

    PaymentCommandController(Commands commands) {
        this.commands = commands;
    }

    @PostMapping("/api/admin/payments/{id}/refund")
    @Allow(Who.ADMIN)
    @ResponseStatus(HttpStatus.ACCEPTED)
    PaymentView refund(@PathVariable PaymentId id) {
        return commands.send(new Refund(id), PaymentView.class);
    }

    /** What goes out by hand is said by a call of its own: a refund that is asked for twice moves no money, and notes none. */
    @PostMapping("/api/admin/payments/{id}/refund/confirm")
    @Allow(Who.ADMIN)
    PaymentView confirm(@PathVariable PaymentId id) {
        return commands.send(new ConfirmRefund(id), PaymentView.class);
    }

    @PostMapping("/api/admin/payments/{id}/trouble/settle")
    @Allow(Who.ADMIN)
    PaymentView settle(@PathVariable PaymentId id, @RequestBody @Valid Settlement settlement) {
        return commands.send(new SettleTrouble(id, settlement.trouble()), PaymentView.class);
    }
}
