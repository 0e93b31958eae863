package org.palabre.live;

/**
 * The update of every subscription query whose answer is a state: ask again. It carries no state of its own, so that
 * updates that overtake each other, on however many nodes, can never show an older state after a newer one.
 */
public record Changed() {}
