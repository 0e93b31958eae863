package org.palabre.payments;

/** What only a person can settle, with the provider's books at hand. */
public enum PaymentTrouble {
    /** Another amount was paid than was asked for. */
    OTHER_AMOUNT,
    /** It was paid in another currency. */
    OTHER_CURRENCY,
    /** The provider speaks of another payment than it was asked for. */
    OTHER_REFERENCE,
    /** It is not known whether the provider heard of it, and it cannot be asked. */
    ANSWER_LOST,
    /** It was paid after the provider had said that it would not be. */
    PAID_AFTER_FAILURE,
    /** The provider gives nothing back; that has to be done by hand. */
    NO_REFUND,
    /** The provider was asked for a day and never said how it stands. */
    NEVER_ANSWERED
}
