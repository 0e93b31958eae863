package org.palabre.notifications;

/** What people can be told of. */
public enum NotificationType {
    EVENT_APPROVED,
    EVENT_REJECTED,
    EVENT_CHANGED,
    EVENT_CANCELLED,
    EVENT_INVITATION,
    PARTICIPATION_CONFIRMED,
    PARTICIPATION_PROMOTED,
    TICKETS_ISSUED,
    PAYMENT_FAILED,
    PAYMENT_REFUNDED,
    SUBSCRIPTION_RENEWAL,
    INTERVIEW_CALLED,
    NEW_FOLLOWER,
    /** Told while its receiver is offline: whoever is there sees the message itself. */
    MESSAGE_RECEIVED;

    /** Whether people are told in this way unless they want it otherwise. */
    public boolean isUsualBy(Channel channel) {
        return switch (this) {
            case INTERVIEW_CALLED, NEW_FOLLOWER -> channel == Channel.IN_APP || channel == Channel.PUSH;
            case MESSAGE_RECEIVED -> channel == Channel.PUSH;
            default -> channel != Channel.SMS;
        };
    }
}
