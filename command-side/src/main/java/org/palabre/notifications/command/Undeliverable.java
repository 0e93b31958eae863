package org.palabre.notifications.command;

/** A mail that no further try will deliver. */
public final class Undeliverable extends RuntimeException {

    /**
     * @param reason nothing personal: it is logged
     */
    public Undeliverable(String reason) {
        super(reason);
    }
}
