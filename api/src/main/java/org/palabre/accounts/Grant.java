package org.palabre.accounts;

import java.time.Instant;

/**
 * The right to one pair of tokens. The pair follows from it, so whoever is granted the same gets the same.
 *
 * @param number of this pair in its session, from 1
 */
public record Grant(AccountId accountId, SessionId sessionId, int number, Instant at) {}
