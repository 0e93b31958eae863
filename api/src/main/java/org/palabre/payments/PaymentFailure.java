package org.palabre.payments;

/** Why a payment failed. */
public enum PaymentFailure {
    INSUFFICIENT_FUNDS,
    REFUSED,
    TIMEOUT,
    PROVIDER_ERROR
}
