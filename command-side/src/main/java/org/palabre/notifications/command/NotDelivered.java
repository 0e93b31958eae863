package org.palabre.notifications.command;

/** A mail that the next try may deliver. */
final class NotDelivered extends RuntimeException {

    /**
     * @param reason nothing personal: it is logged
     */
    NotDelivered(String reason) {
        // it happens to every mail while a server is away, and always here
        super(reason, null, false, false);
    }
}
