package org.palabre.notifications.command;

/** Takes mails to their receivers. */
public interface Mailer {

    /**
     * Hands a mail over; whoever asked for it asks again when this fails, and may do so with a mail that has arrived.
     *
     * @throws Undeliverable when it will always fail
     */
    void deliver(Mail mail);
}
