package org.palabre.payments.command.providers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.palabre.payments.Provider;
import org.palabre.payments.command.providers.Exchange.Lost;
import org.palabre.payments.command.providers.Exchange.NeverLeft;
import org.palabre.payments.command.providers.Operator.Says;

class ProviderHttpTest {

    private final Operator operator = new Operator();
    private final ProviderHttp http = new ProviderHttp(Provider.SANDBOX, Duration.ofSeconds(2));

    @AfterEach
    void close() {
        operator.close();
    }

    @Test
    void one_that_fails_is_left_in_peace() {
        operator.on("/", _ -> Says.NOTHING);
        for (int i = 0; i < 10; i++) {
            assertThat(get()).isInstanceOf(Lost.class);
        }
        assertThat(get()).isEqualTo(new NeverLeft("left in peace"));
        assertThat(operator.asked("/").size()).isLessThanOrEqualTo(20);
    }

    @Test
    void an_answer_that_stops_in_its_middle_is_not_waited_for() {
        operator.stallsAt("/", "half of it");
        assertThat(get()).isInstanceOf(Lost.class);
    }

    @Test
    void an_endless_answer_is_no_answer() {
        operator.on("/", 200, "x".repeat(1 << 20));
        assertThat(get()).isInstanceOf(Lost.class);
    }

    private Exchange get() {
        return http.send(HttpRequest.newBuilder(URI.create(operator.url())).GET());
    }
}
