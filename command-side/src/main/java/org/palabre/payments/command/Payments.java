package org.palabre.payments.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.palabre.payments.PaymentId;
import org.springframework.stereotype.Component;

/** The payments that there are; what becomes of one is told to the subscription that it is for, in the same unit of work. */
@Component
class Payments {

    private final Repository<Payment> payments;
    private final Subscriptions subscriptions;

    Payments(Repository<Payment> payments, Subscriptions subscriptions) {
        this.payments = payments;
        this.subscriptions = subscriptions;
    }

    Aggregate<Payment> add(Callable<Payment> payment) throws Exception {
        return payments.newInstance(payment);
    }

    Aggregate<Payment> load(PaymentId id) {
        return payments.load(id.toString());
    }

    Optional<Aggregate<Payment>> find(PaymentId id) {
        try {
            return Optional.of(load(id));
        } catch (AggregateNotFoundException none) {
            return Optional.empty();
        }
    }

    void execute(Aggregate<Payment> payment, Consumer<Payment> change) {
        invoke(payment, it -> {
            change.accept(it);
            return it;
        });
    }

    <T> T invoke(Aggregate<Payment> payment, Function<Payment, T> change) {
        var before = payment.invoke(Payment::stage);
        var answer = payment.invoke(change);
        if (!payment.invoke(Payment::stage).equals(before)) {
            subscriptions.follow(payment);
        }
        return answer;
    }
}
