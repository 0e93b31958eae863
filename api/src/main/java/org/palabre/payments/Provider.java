package org.palabre.payments;

/** Who moves the money. */
public enum Provider {
    SANDBOX,
    ORANGE_MONEY,
    MTN_MOMO,
    MOOV_MONEY
}
