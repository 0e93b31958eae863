package org.palabre.payments;

/** What a payment is for. */
public enum PaymentPurpose {
    ORDER,
    SUBSCRIPTION
}
