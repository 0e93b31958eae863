/**
 * No event is skipped: writers that pause, fail and crash against readers of the event store, judged by a checker that
 * has to find what other ways of reading lose.
 */
package org.palabre.proofs.store;
