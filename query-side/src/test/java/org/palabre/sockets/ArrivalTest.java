package org.palabre.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.socket.handler.TextWebSocketHandler;

class ArrivalTest {

    private final Arrival arrival = new Arrival(
            "https://palabre.example/", List.of("https://friend.example"), new AcceptHeaderLocaleResolver());

    @ParameterizedTest
    @ValueSource(strings = {"https://palabre.example", "https://friend.example", "https://host.example:8443"})
    void known_origins_come_in_whatever_gateway_is_in_front(String origin) {
        assertThat(comesIn(origin)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"null", "https://host.example", "https://evil.example", "https://palabre.example.evil.example"})
    void foreign_origins_do_not(String origin) {
        assertThat(comesIn(origin)).isFalse();
    }

    private boolean comesIn(String origin) {
        var request = new MockHttpServletRequest();
        request.addHeader("Origin", origin);
        request.addHeader("Host", "host.example:8443");
        return arrival.beforeHandshake(
                new ServletServerHttpRequest(request),
                new ServletServerHttpResponse(new MockHttpServletResponse()),
                new TextWebSocketHandler(),
                new HashMap<>());
    }
}
