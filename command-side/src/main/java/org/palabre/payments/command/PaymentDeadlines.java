package org.palabre.payments.command;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.axonframework.eventhandling.EventHandler;
import org.palabre.deadlines.Deadlines;
import org.palabre.payments.PaymentEvent.AttemptBegan;
import org.palabre.payments.PaymentEvent.HelpNeeded;
import org.palabre.payments.PaymentEvent.PaymentRequested;
import org.palabre.payments.PaymentEvent.RefundBegan;
import org.palabre.payments.PaymentId;
import org.palabre.payments.ProviderCommand.AskProvider;
import org.palabre.payments.ProviderCommand.ExpirePayment;
import org.palabre.payments.ProviderCommand.GiveBack;
import org.palabre.payments.ProviderCommand.SubmitPayment;
import org.palabre.payments.command.providers.Charge;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sees to it that what has happened to a payment leads to the next step. */
@Component
class PaymentDeadlines {

    private static final Logger LOG = LoggerFactory.getLogger(PaymentDeadlines.class);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(3);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);

    /** Of a purchase that waits for a provider that tells nothing by itself. */
    private static final Duration LONGEST_PAUSE_UNTOLD = Duration.ofSeconds(30);

    private final Deadlines deadlines;
    private final MeterRegistry meters;
    private final Clock clock;

    PaymentDeadlines(Deadlines deadlines, MeterRegistry meters, Clock clock) {
        this.deadlines = deadlines;
        this.meters = meters;
        this.clock = clock;
    }

    @EventHandler
    void on(PaymentRequested event) {
        var id = event.paymentId();
        deadlines.schedule("submit-payment-" + id, clock.instant(), new SubmitPayment(id, clock.instant()));
        deadlines.schedule("expire-payment-" + id, event.expiresAt(), new ExpirePayment(id));
    }

    @EventHandler
    void on(AttemptBegan event) {
        ask(event.paymentId(), 0, FIRST_PAUSE);
    }

    @EventHandler
    void on(RefundBegan event) {
        var id = event.paymentId();
        deadlines.schedule("give-back-" + id, clock.instant(), new GiveBack(id, clock.instant()));
    }

    @EventHandler
    void on(HelpNeeded event) {
        LOG.warn("Payment {} needs a person: {}", event.paymentId(), event.trouble());
        meters.counter(
                        "palabre.payments.help",
                        "trouble",
                        event.trouble().name().toLowerCase(Locale.ROOT))
                .increment();
    }

    /**
     * Asks after a pause, which doubles each time up to half an hour.
     *
     * @param callsBack whether the provider tells by itself; one that does not is asked twice a minute, as long as it matters
     */
    void askAgain(Charge charge, int times, boolean callsBack) {
        var waitedFor = clock.instant().isBefore(charge.expiresAt());
        ask(charge.paymentId(), times, pause(times, waitedFor && !callsBack ? LONGEST_PAUSE_UNTOLD : LONGEST_PAUSE));
    }

    private void ask(PaymentId id, int times, Duration pause) {
        deadlines.schedule("ask-%s-%d".formatted(id, times), clock.instant().plus(pause), new AskProvider(id, times));
    }

    static Duration pause(int times, Duration longest) {
        // 3 s · 2^10 is more than half an hour already
        var grown = FIRST_PAUSE.multipliedBy(1L << Math.min(times, 10));
        return grown.compareTo(longest) < 0 ? grown : longest;
    }
}
