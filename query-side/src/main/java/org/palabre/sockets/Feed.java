package org.palabre.sockets;

import java.util.List;
import org.palabre.shared.Actor;

/**
 * Something that is told on {@code /ws/notifications} as it happens; each is a bean of the context where it happens.
 *
 * @param <N> the updates of its subscription queries, each of which is one frame as it is
 */
public interface Feed<N> {

    Class<N> news();

    /** The subscription queries that concern the actor; none if nothing here does. */
    List<?> follow(Actor actor);
}
