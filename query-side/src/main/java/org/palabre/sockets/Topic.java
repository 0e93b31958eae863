package org.palabre.sockets;

import org.palabre.shared.Actor;

/**
 * A state that can be followed on {@code /ws/live}; each is a bean of the context whose state it is.
 *
 * @param <P> a record of the params, all of which must be given
 */
public interface Topic<P> {

    /** The params of a topic that has none. */
    record NoParams() {}

    /** As clients ask for it. */
    String name();

    Class<P> params();

    /**
     * What to follow. Refuses an actor who may not see the topic, which closes the socket, or who asks for something
     * that does not exist, which does not.
     */
    Following follow(P params, Actor actor);
}
