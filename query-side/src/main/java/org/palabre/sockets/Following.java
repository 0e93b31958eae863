package org.palabre.sockets;

import org.palabre.live.Changed;

/**
 * A subscription query whose updates are {@link Changed}.
 *
 * @param query equal to every other that asks the same, so that they share one subscription
 * @param answer what it is answered by, or an optional of
 */
public record Following(Object query, Class<?> answer) {}
