package org.palabre.notifications;

/** A way to reach somebody. */
public enum Channel {
    IN_APP,
    EMAIL,
    PUSH,
    SMS
}
