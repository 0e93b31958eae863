package org.palabre.notifications.command;

import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Delivers mails, gives up those that cannot be delivered, and counts what becomes of each try. */
@Component
class Postman {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    private final Mailer mailer;
    private final MeterRegistry meters;

    Postman(Mailer mailer, MeterRegistry meters) {
        this.mailer = mailer;
        this.meters = meters;
    }

    /** Delivers a mail or gives it up; whatever is thrown asks for another try. */
    void deliver(Mail mail) {
        try {
            mailer.deliver(mail);
            count("delivered");
        } catch (Undeliverable given) {
            LOG.error("{} is given up: {}", mail, given.getMessage());
            count("undeliverable");
        } catch (RuntimeException failure) {
            count("postponed");
            throw failure;
        }
    }

    private void count(String outcome) {
        meters.counter("palabre.mails", "outcome", outcome).increment();
    }
}
