package org.palabre.payments.command;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.palabre.deadlines.Errand;
import org.palabre.payments.ProviderCommand;
import org.palabre.payments.ProviderCommand.NoteDeclined;
import org.palabre.payments.ProviderCommand.NoteGivenBack;
import org.palabre.payments.ProviderCommand.NoteNotGivenBack;
import org.palabre.payments.ProviderCommand.NoteNotSent;
import org.palabre.payments.ProviderCommand.NotePaid;
import org.palabre.payments.ProviderCommand.NoteTaken;
import org.palabre.payments.command.ProviderTask.GivingBack;
import org.palabre.payments.command.ProviderTask.Inquiry;
import org.palabre.payments.command.ProviderTask.Submission;
import org.palabre.payments.command.providers.Charge;
import org.palabre.payments.command.providers.MobileMoney;
import org.palabre.payments.command.providers.MobileMoney.IfLost;
import org.palabre.payments.command.providers.Reply;
import org.palabre.payments.command.providers.Reply.Declined;
import org.palabre.payments.command.providers.Reply.GivenBack;
import org.palabre.payments.command.providers.Reply.NoRefund;
import org.palabre.payments.command.providers.Reply.NotSent;
import org.palabre.payments.command.providers.Reply.Paid;
import org.palabre.payments.command.providers.Reply.Taken;
import org.palabre.payments.command.providers.Reply.Unknown;
import org.palabre.payments.command.providers.Reply.Waiting;
import org.palabre.shared.Actor;
import org.palabre.web.Commands;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Calls providers, and has noted what they say. */
@Component
class ProviderCalls implements Errand<ProviderTask> {

    private static final int ONCE = -1;

    private final Providers providers;
    private final ObjectProvider<Commands> commands;
    private final PaymentDeadlines deadlines;
    private final MeterRegistry meters;

    ProviderCalls(
            Providers providers, ObjectProvider<Commands> commands, PaymentDeadlines deadlines, MeterRegistry meters) {
        this.providers = providers;
        this.commands = commands;
        this.deadlines = deadlines;
        this.meters = meters;
    }

    @Override
    public Class<ProviderTask> task() {
        return ProviderTask.class;
    }

    @Override
    public void run(ProviderTask task) {
        var provider = providers.get(task.charge().provider());
        switch (task) {
            case Submission submission ->
                submitted(submission.charge(), provider, counted(provider, provider.request(submission.charge())));
            case Inquiry inquiry ->
                asked(inquiry, counted(provider, provider.ask(inquiry.charge(), inquiry.session())));
            case GivingBack owed ->
                givenBack(owed.charge(), counted(provider, provider.giveBack(owed.charge(), owed.session())));
        }
    }

    private void submitted(Charge charge, MobileMoney provider, Reply reply) {
        switch (reply) {
            case Taken taken ->
                note(new NoteTaken(
                        charge.paymentId(),
                        charge.attempt(),
                        taken.session(),
                        taken.callbackToken().orElse(null),
                        taken.redirectUrl().orElse(null)));
            case Paid paid -> note(paid(charge, paid));
            case Declined declined -> note(declined(charge, declined));
            case NotSent notSent -> {
                if (provider.ifLost() != IfLost.SAY_AGAIN) {
                    note(new NoteNotSent(charge.paymentId(), charge.attempt()));
                }
                throw new NotAnswered(notSent.why());
            }
            case Unknown unknown -> throw new NotAnswered(unknown.why());
            case Waiting _, GivenBack _, NoRefund _ ->
                throw new IllegalStateException(charge + " was answered " + reply);
        }
    }

    private void asked(Inquiry inquiry, Reply reply) {
        switch (reply) {
            case Paid paid -> note(paid(inquiry.charge(), paid));
            case Declined declined -> note(declined(inquiry.charge(), declined));
            case Waiting _, Unknown _, NotSent _, Taken _ -> {
                if (inquiry.times() != ONCE) {
                    deadlines.askAgain(inquiry.charge().paymentId(), inquiry.times() + 1);
                }
            }
            case GivenBack _, NoRefund _ -> throw new IllegalStateException(inquiry + " was answered " + reply);
        }
    }

    private void givenBack(Charge charge, Reply reply) {
        switch (reply) {
            case GivenBack _ -> note(new NoteGivenBack(charge.paymentId()));
            case NoRefund _ -> note(new NoteNotGivenBack(charge.paymentId()));
            case Waiting _ -> throw new NotAnswered("the refund is on its way");
            case NotSent notSent -> throw new NotAnswered(notSent.why());
            case Unknown unknown -> throw new NotAnswered(unknown.why());
            case Taken _, Paid _, Declined _ -> throw new IllegalStateException(charge + " was answered " + reply);
        }
    }

    private static NotePaid paid(Charge charge, Paid paid) {
        return new NotePaid(charge.paymentId(), charge.attempt(), paid.reference(), paid.amount(), paid.currency());
    }

    private static NoteDeclined declined(Charge charge, Declined declined) {
        return new NoteDeclined(charge.paymentId(), charge.attempt(), declined.failure());
    }

    private void note(ProviderCommand command) {
        commands.getObject().sendAs(new Actor.Platform(), command);
    }

    private Reply counted(MobileMoney provider, Reply reply) {
        meters.counter(
                        "palabre.payments.calls",
                        "provider",
                        provider.provider().name().toLowerCase(Locale.ROOT),
                        "reply",
                        reply.getClass().getSimpleName().toLowerCase(Locale.ROOT))
                .increment();
        return reply;
    }
}
