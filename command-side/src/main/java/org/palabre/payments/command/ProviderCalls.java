package org.palabre.payments.command;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.palabre.deadlines.Errand;
import org.palabre.deadlines.Postponed;
import org.palabre.payments.ProviderCommand;
import org.palabre.payments.ProviderCommand.NoteDeclined;
import org.palabre.payments.ProviderCommand.NoteGivenBack;
import org.palabre.payments.ProviderCommand.NoteNeverAnswered;
import org.palabre.payments.ProviderCommand.NoteNotGivenBack;
import org.palabre.payments.ProviderCommand.NoteNotSent;
import org.palabre.payments.ProviderCommand.NotePaid;
import org.palabre.payments.ProviderCommand.NoteTaken;
import org.palabre.payments.command.ProviderTask.GivingBack;
import org.palabre.payments.command.ProviderTask.Inquiry;
import org.palabre.payments.command.ProviderTask.Submission;
import org.palabre.payments.command.providers.Charge;
import org.palabre.payments.command.providers.MobileMoney;
import org.palabre.payments.command.providers.Reply;
import org.palabre.payments.command.providers.Reply.Declined;
import org.palabre.payments.command.providers.Reply.GivenBack;
import org.palabre.payments.command.providers.Reply.NoRefund;
import org.palabre.payments.command.providers.Reply.NotSent;
import org.palabre.payments.command.providers.Reply.NotYet;
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
                submitted(submission, counted(provider, provider.request(submission.charge())));
            case Inquiry inquiry ->
                asked(inquiry, provider, counted(provider, provider.ask(inquiry.charge(), inquiry.session())));
            case GivingBack owed ->
                givenBack(owed.charge(), counted(provider, provider.giveBack(owed.charge(), owed.session())));
        }
    }

    /** What is said of a request that may have arrived before says nothing of that, unless it is that it was taken. */
    private void submitted(Submission submission, Reply reply) {
        var charge = submission.charge();
        switch (reply) {
            case Taken taken ->
                note(new NoteTaken(
                        charge.paymentId(),
                        charge.attempt(),
                        taken.session(),
                        taken.callbackToken().orElse(null),
                        taken.redirectUrl().orElse(null)));
            case Paid paid -> note(paid(charge, paid));
            case Declined declined -> {
                if (submission.again()) {
                    throw new NotAnswered("declined when it was said again");
                }
                note(declined(charge, declined));
            }
            case NotSent notSent -> {
                if (!submission.again()) {
                    note(new NoteNotSent(charge.paymentId(), charge.attempt()));
                }
                throw new NotAnswered(notSent.why());
            }
            case Unknown unknown -> throw new NotAnswered(unknown.why());
            case NotYet _, Waiting _, GivenBack _, NoRefund _ ->
                throw new IllegalStateException(charge + " was answered " + reply);
        }
    }

    private void asked(Inquiry inquiry, MobileMoney provider, Reply reply) {
        var charge = inquiry.charge();
        switch (reply) {
            case Paid paid -> note(paid(charge, paid));
            case Declined declined -> note(declined(charge, declined));
            case Waiting _ -> {
                if (!inquiry.last()) {
                    askAgain(inquiry, provider);
                }
            }
            case Unknown _, NotSent _ -> {
                if (inquiry.last()) {
                    note(new NoteNeverAnswered(charge.paymentId()));
                } else if (reply instanceof NotSent notSent) {
                    throw new NotAnswered(notSent.why());
                } else {
                    askAgain(inquiry, provider);
                }
            }
            case NotYet notYet -> throw new Postponed(notYet.pause());
            case Taken _, GivenBack _, NoRefund _ ->
                throw new IllegalStateException(inquiry + " was answered " + reply);
        }
    }

    private void askAgain(Inquiry inquiry, MobileMoney provider) {
        if (!inquiry.once()) {
            deadlines.askAgain(inquiry.charge(), inquiry.times() + 1, provider.callsBack());
        }
    }

    private void givenBack(Charge charge, Reply reply) {
        switch (reply) {
            case GivenBack _ -> note(new NoteGivenBack(charge.paymentId()));
            case NoRefund _ -> note(new NoteNotGivenBack(charge.paymentId()));
            case Waiting _ -> throw new NotAnswered("the refund is on its way");
            case NotSent notSent -> throw new NotAnswered(notSent.why());
            case Unknown unknown -> throw new NotAnswered(unknown.why());
            case NotYet _, Taken _, Paid _, Declined _ ->
                throw new IllegalStateException(charge + " was answered " + reply);
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
