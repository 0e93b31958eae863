package org.palabre.sockets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        classes = Town.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "axon.axonserver.enabled=false",
            "spring.config.import=classpath:palabre.yml",
            "palabre.ping-every=3s"
        })
class PingTest {

    @LocalServerPort
    private int port;

    @Autowired
    private MeterRegistry meters;

    @Test
    void who_does_not_answer_a_ping_is_gone() throws Exception {
        var address = "ws://localhost:" + port + "/ws/live?token=" + Town.ADA;
        try (var here = Client.connect(address);
                var _ = Client.connectWithoutReading(address)) {
            await().until(() -> open() == 2);
            await().until(() -> open() == 1);
            here.say("{}");
            assertThat(here.next().get("type").stringValue()).isEqualTo("error");
        }
    }

    private double open() {
        return meters.get("palabre.sockets.open")
                .tag("path", "/ws/live")
                .gauge()
                .value();
    }
}
