package org.palabre.payments;

/** Where a subscription stands: {@code pending → active → past_due → cancelled | expired}. */
public enum SubscriptionStatus {
    PENDING,
    ACTIVE,
    PAST_DUE,
    CANCELLED,
    EXPIRED
}
