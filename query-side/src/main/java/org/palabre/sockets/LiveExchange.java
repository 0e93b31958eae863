package org.palabre.sockets;

import static org.palabre.live.LiveRefusal.DUPLICATE_ID;
import static org.palabre.live.LiveRefusal.UNKNOWN_ID;
import static org.palabre.live.LiveRefusal.UNKNOWN_TOPIC;
import static tools.jackson.databind.DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES;
import static tools.jackson.databind.DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.palabre.shared.Refused;
import org.palabre.shared.Refused.Common;
import org.palabre.shared.Refused.Refusal;
import org.palabre.sockets.LiveFrame.Incoming;
import org.palabre.sockets.LiveFrame.Incoming.Subscribe;
import org.palabre.sockets.LiveFrame.Incoming.Unsubscribe;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The subscriptions of one socket. */
class LiveExchange implements Exchange {

    private static final int MAX_SUBSCRIPTIONS = 100;

    private final Socket socket;
    private final Map<String, Topic<?>> topics;
    private final SharedQueries shared;
    private final JsonMapper json;
    private final ObjectReader allGiven;
    private final Map<String, Subscription> subscriptions = new HashMap<>();
    private boolean closed;

    LiveExchange(Socket socket, Map<String, Topic<?>> topics, SharedQueries shared, JsonMapper json) {
        this.socket = socket;
        this.topics = topics;
        this.shared = shared;
        this.json = json;
        allGiven = json.reader().with(FAIL_ON_MISSING_CREATOR_PROPERTIES, FAIL_ON_NULL_CREATOR_PROPERTIES);
    }

    @Override
    public void received(ObjectNode frame) {
        switch (json.treeToValue(frame, Incoming.class)) {
            case Subscribe subscribe -> subscribe(subscribe);
            case Unsubscribe unsubscribe -> unsubscribe(unsubscribe.id());
        }
    }

    private void subscribe(Subscribe asked) {
        var topic = topics.get(asked.topic());
        if (topic == null) {
            throw new Refused(UNKNOWN_TOPIC);
        }
        checkFree(asked.id());
        var params = Objects.requireNonNullElseGet(asked.params(), json::createObjectNode);
        try {
            add(asked.id(), follow(topic, params));
        } catch (Refused refused) {
            switch (refused.<Refusal>getDetails().orElseThrow().kind()) {
                case FORBIDDEN, NOT_AUTHENTICATED -> socket.close(Closing.FORBIDDEN);
                default -> throw refused;
            }
        }
    }

    private synchronized void checkFree(String id) {
        if (subscriptions.containsKey(id)) {
            throw new Refused(DUPLICATE_ID);
        }
        if (subscriptions.size() == MAX_SUBSCRIPTIONS) {
            throw new Refused(Common.INVALID);
        }
    }

    private <P> Following follow(Topic<P> topic, ObjectNode params) {
        return topic.follow(allGiven.treeToValue(params, topic.params()), socket.actor());
    }

    private synchronized void add(String id, Following following) {
        if (!closed) {
            var subscription = new Subscription(id, following.query(), socket, () -> remove(id));
            shared.follow(following, subscription);
            subscriptions.put(id, subscription);
        }
    }

    private void unsubscribe(String id) {
        var subscription = remove(id);
        if (subscription == null) {
            throw new Refused(UNKNOWN_ID);
        }
        subscription.complete();
    }

    private synchronized @Nullable Subscription remove(String id) {
        var subscription = subscriptions.remove(id);
        if (subscription != null) {
            shared.leave(subscription.query(), subscription);
        }
        return subscription;
    }

    @Override
    public synchronized void closed() {
        closed = true;
        subscriptions.values().forEach(each -> shared.leave(each.query(), each));
        subscriptions.clear();
    }
}
