package org.palabre.payments.command;

import java.time.Clock;
import java.time.Duration;
import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;
import org.palabre.deadlines.Patience;
import org.palabre.payments.PaymentId;
import org.palabre.payments.ProviderCommand.AskProvider;
import org.palabre.payments.ProviderCommand.AskProviderNow;
import org.palabre.payments.ProviderCommand.ExpirePayment;
import org.palabre.payments.ProviderCommand.GiveBack;
import org.palabre.payments.ProviderCommand.NoteDeclined;
import org.palabre.payments.ProviderCommand.NoteGivenBack;
import org.palabre.payments.ProviderCommand.NoteNeverAnswered;
import org.palabre.payments.ProviderCommand.NoteNotGivenBack;
import org.palabre.payments.ProviderCommand.NoteNotSent;
import org.palabre.payments.ProviderCommand.NotePaid;
import org.palabre.payments.ProviderCommand.NoteTaken;
import org.palabre.payments.ProviderCommand.SubmitPayment;
import org.palabre.payments.command.ProviderTask.GivingBack;
import org.palabre.payments.command.ProviderTask.Inquiry;
import org.palabre.payments.command.ProviderTask.Submission;
import org.palabre.payments.command.providers.Charge;
import org.palabre.shared.Actor;
import org.springframework.stereotype.Component;

/**
 * Takes a payment through its life: says when its provider is to be called, and notes what came of it. That a call is about
 * to be made is stored before it is made.
 */
@Component
class PaymentProcess {

    /** How long after its end a payment is asked about in which nobody has decided anything. */
    private static final Duration LATE = Duration.ofDays(1);

    private static final int ONCE = -1;

    private final Payments payments;
    private final PaymentAttempts attempts;
    private final Providers providers;
    private final Patience patience;
    private final Clock clock;

    PaymentProcess(Payments payments, PaymentAttempts attempts, Providers providers, Patience patience, Clock clock) {
        this.payments = payments;
        this.attempts = attempts;
        this.providers = providers;
        this.patience = patience;
        this.clock = clock;
    }

    @CommandHandler
    @Nullable
    Submission handle(SubmitPayment command, Actor actor) {
        actor.mustBePlatform();
        var payment = payments.find(command.paymentId());
        if (payment.isEmpty()) {
            patience.waitForCause(command.since());
            return null;
        }
        var ifLost = providers.get(payment.get().invoke(Payment::provider)).ifLost();
        var before = payment.get().invoke(Payment::attempt);
        var charge = payments.invoke(payment.get(), it -> it.submit(ifLost, clock.instant()));
        charge.ifPresent(it -> attempts.add(it.paymentId(), it.attempt()));
        return charge.map(it -> new Submission(it, it.attempt() == before)).orElse(null);
    }

    @CommandHandler
    @Nullable
    Inquiry handle(AskProvider command, Actor actor) {
        actor.mustBePlatform();
        return inquiry(command.paymentId(), command.times());
    }

    @CommandHandler
    @Nullable
    Inquiry handle(AskProviderNow command, Actor actor) {
        actor.mustBePlatform();
        return inquiry(command.paymentId(), ONCE);
    }

    @CommandHandler
    void handle(ExpirePayment command, Actor actor) {
        actor.mustBePlatform();
        payments.find(command.paymentId()).ifPresent(payment -> payments.execute(payment, Payment::expire));
    }

    @CommandHandler
    @Nullable
    GivingBack handle(GiveBack command, Actor actor) {
        actor.mustBePlatform();
        var payment = payments.load(command.paymentId());
        if (!payment.invoke(Payment::refundBegan)) {
            patience.waitForCause(command.since());
        }
        return payment.invoke(Payment::owed)
                .map(charge -> new GivingBack(charge, attempts.session(charge.paymentId(), charge.attempt())))
                .orElse(null);
    }

    @CommandHandler
    void handle(NoteTaken command, Actor actor) {
        actor.mustBePlatform();
        var payment = payments.load(command.paymentId());
        attempts.taken(command.paymentId(), command.attempt(), command.session(), command.callbackToken());
        payment.execute(it -> it.taken(command.attempt(), command.redirectUrl()));
    }

    @CommandHandler
    void handle(NoteNotSent command, Actor actor) {
        actor.mustBePlatform();
        payments.load(command.paymentId()).execute(it -> it.notSent(command.attempt()));
    }

    @CommandHandler
    void handle(NotePaid command, Actor actor) {
        actor.mustBePlatform();
        payments.execute(payments.load(command.paymentId()), it -> it.paid(command));
    }

    @CommandHandler
    void handle(NoteDeclined command, Actor actor) {
        actor.mustBePlatform();
        payments.execute(payments.load(command.paymentId()), it -> it.declined(command.attempt(), command.failure()));
    }

    @CommandHandler
    void handle(NoteNeverAnswered command, Actor actor) {
        actor.mustBePlatform();
        var payment = payments.load(command.paymentId());
        var ifLost = providers.get(payment.invoke(Payment::provider)).ifLost();
        payment.execute(it -> it.neverAnswered(ifLost));
    }

    @CommandHandler
    void handle(NoteGivenBack command, Actor actor) {
        actor.mustBePlatform();
        payments.load(command.paymentId()).execute(Payment::givenBack);
    }

    @CommandHandler
    void handle(NoteNotGivenBack command, Actor actor) {
        actor.mustBePlatform();
        payments.load(command.paymentId()).execute(Payment::notGivenBack);
    }

    /** However late it is, it is asked once more: nobody knows what came while nothing could be asked. */
    private @Nullable Inquiry inquiry(PaymentId paymentId, int times) {
        return payments.find(paymentId)
                .flatMap(payment -> payment.invoke(Payment::unsettled))
                .map(charge ->
                        new Inquiry(charge, attempts.session(paymentId, charge.attempt()), times, isLast(charge)))
                .orElse(null);
    }

    private boolean isLast(Charge charge) {
        return !clock.instant().isBefore(charge.expiresAt().plus(LATE));
    }
}
