package org.palabre.sockets;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.palabre.shared.Refused;
import org.palabre.shared.Refused.Common;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** {@code /ws/notifications}: what happens, told once to everyone it concerns. Nothing is said back. */
@Component
class NotificationsEndpoint implements Endpoint {

    private final List<Feed<?>> feeds;
    private final SharedQueries shared;

    NotificationsEndpoint(List<Feed<?>> feeds, SharedQueries shared) {
        this.feeds = feeds;
        this.shared = shared;
    }

    @Override
    public String path() {
        return "/ws/notifications";
    }

    @Override
    public Exchange open(Socket socket) {
        var listening = new Listening(news -> socket.sendFrame(news.frame()));
        try {
            feeds.forEach(feed -> listening.to(feed, socket));
            return listening;
        } catch (RuntimeException failure) {
            listening.closed();
            throw failure;
        }
    }

    /** Everything that one socket hears. */
    private class Listening implements Exchange {

        private final Follower listener;
        private final Set<Object> heard = new HashSet<>();

        Listening(Follower listener) {
            this.listener = listener;
        }

        void to(Feed<?> feed, Socket socket) {
            for (var query : feed.follow(socket.actor())) {
                shared.follow(query, feed.news(), listener);
                heard.add(query);
            }
        }

        @Override
        public void received(ObjectNode frame) {
            throw new Refused(Common.INVALID);
        }

        @Override
        public void closed() {
            heard.forEach(query -> shared.leave(query, listener));
        }
    }
}
