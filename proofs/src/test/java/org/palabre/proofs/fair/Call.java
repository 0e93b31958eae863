package org.palabre.proofs.fair;

/**
 * One sending of a request and what came of it.
 *
 * @param began and {@code ended}: by one clock that never goes back
 */
record Call(Request request, long began, long ended, Outcome outcome) {}
