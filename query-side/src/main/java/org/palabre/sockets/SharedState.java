package org.palabre.sockets;

import java.util.Collection;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.palabre.live.Changed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * A state that is read again whenever it has changed, never twice at a time, so that it cannot go back. Whoever joins is
 * told a state that was read afterwards.
 */
class SharedState extends SharedQuery<Changed> {

    private static final Logger log = LoggerFactory.getLogger(SharedState.class);

    private final Following following;
    private final JsonMapper json;
    private @Nullable Told last;
    private boolean unreadable;

    SharedState(QueryGateway queries, Following following, JsonMapper json) {
        super(queries, following, Changed.class);
        this.following = following;
        this.json = json;
    }

    @Override
    void updated(Changed changed) {
        wake();
    }

    @Override
    void work(Collection<Follower> followers) {
        if (followers.isEmpty()) {
            return;
        }
        Optional<?> answer;
        try {
            answer = queries.query(following.query(), ResponseTypes.optionalInstanceOf(following.answer()))
                    .join();
            unreadable = false;
        } catch (RuntimeException failure) {
            if (!unreadable) {
                log.warn("{} cannot be read; it is tried again", following.query(), failure);
            }
            unreadable = true;
            afterAWhile(this::wake);
            return;
        }
        if (answer.isPresent()) {
            tell(followers, new Told(json, answer.get()));
        } else {
            followers.forEach(Follower::gone);
        }
    }

    /** An unchanged state stays the same object, by which followers recognise it. */
    private void tell(Collection<Follower> followers, Told state) {
        var told = last != null && last.json().equals(state.json()) ? last : state;
        last = told;
        followers.forEach(follower -> follower.told(told));
    }
}
