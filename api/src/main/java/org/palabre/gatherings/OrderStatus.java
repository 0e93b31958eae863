package org.palabre.gatherings;

/** Where an order stands: {@code pending → confirmed | failed | expired | cancelled}, and {@code refunded} when its money went back. */
public enum OrderStatus {
    PENDING,
    CONFIRMED,
    FAILED,
    EXPIRED,
    CANCELLED,
    REFUNDED
}
