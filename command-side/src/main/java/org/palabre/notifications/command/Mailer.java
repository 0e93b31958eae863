package org.palabre.notifications.command;

/** Takes mails to their receivers. */
public interface Mailer {

    /** Hands a mail over; whoever asked for it asks again when this fails. */
    void deliver(Mail mail);
}
