package org.palabre.payments;

/** Where a payment stands: {@code pending → succeeded | failed | expired; expired → succeeded; succeeded → refunded}. */
public enum PaymentStatus {
    PENDING,
    SUCCEEDED,
    FAILED,
    EXPIRED,
    REFUNDED
}
