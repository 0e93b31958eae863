package org.palabre.sockets;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** {@code /ws/live}: states that are told anew whenever they change. */
@Component
class LiveEndpoint implements Endpoint {

    private final Map<String, Topic<?>> topics;
    private final SharedQueries shared;
    private final JsonMapper json;

    LiveEndpoint(List<Topic<?>> topics, SharedQueries shared, JsonMapper json) {
        this.topics = topics.stream().collect(Collectors.toUnmodifiableMap(Topic::name, Function.identity()));
        this.shared = shared;
        this.json = json;
    }

    @Override
    public String path() {
        return "/ws/live";
    }

    @Override
    public Exchange open(Socket socket) {
        return new LiveExchange(socket, topics, shared, json);
    }
}
