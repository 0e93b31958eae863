package org.palabre.sockets;

import java.util.List;
import org.palabre.web.Credentials;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;
import tools.jackson.databind.json.JsonMapper;

/** Opens the doors. */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class LiveConfiguration implements WebSocketConfigurer {

    private final List<Endpoint> endpoints;
    private final List<Credentials> credentials;
    private final OpenSockets sockets;
    private final JsonMapper json;
    private final Traffic traffic;
    private final Arrival arrival;
    private final int limitFrames;

    LiveConfiguration(
            List<Endpoint> endpoints,
            List<Credentials> credentials,
            OpenSockets sockets,
            JsonMapper json,
            Traffic traffic,
            Arrival arrival,
            @Value("${palabre.limit-frames}") int limitFrames) {
        this.endpoints = endpoints;
        this.credentials = credentials;
        this.sockets = sockets;
        this.json = json;
        this.traffic = traffic;
        this.arrival = arrival;
        this.limitFrames = limitFrames;
    }

    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        var handshake = new DefaultHandshakeHandler();
        handshake.setSupportedProtocols(Arrival.PROTOCOL);
        for (var endpoint : endpoints) {
            var handler = new SocketHandler(endpoint, credentials, sockets, json, traffic, limitFrames);
            registry.addHandler(handler, endpoint.path(), endpoint.path() + "/")
                    .setHandshakeHandler(handshake)
                    .addInterceptors(arrival)
                    // Spring would know the origin it runs at, not the one that the world sees
                    .setAllowedOriginPatterns("*");
        }
    }
}
