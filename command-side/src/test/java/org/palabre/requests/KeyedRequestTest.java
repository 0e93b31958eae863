package org.palabre.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.palabre.requests.RequestEvent.RequestAnswered;
import org.palabre.shared.Ids;
import org.palabre.shared.Personal;
import org.palabre.shared.Refused;

class KeyedRequestTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final RequestAnswered ANSWERED =
            new RequestAnswered("request-1", "print", "text", Personal.of(Ids.next(), "yes"), NOON);

    private final KeyedRequest request = new KeyedRequest();

    @Test
    void a_request_that_is_new_has_no_answer() {
        assertThat(request.answeredBefore("print", NOON)).isEmpty();
    }

    @Test
    void the_answer_is_given_again_for_24_hours() {
        request.on(ANSWERED);

        assertThat(request.answeredBefore("print", NOON.plusSeconds(86_399))).contains(ANSWERED);
        assertThat(request.answeredBefore("print", NOON.plusSeconds(86_400))).isEmpty();
    }

    @Test
    void another_request_may_not_use_the_key_until_then() {
        request.on(ANSWERED);

        assertThatThrownBy(() -> request.answeredBefore("another print", NOON.plusSeconds(86_399)))
                .isInstanceOf(Refused.class)
                .hasMessage("idempotency_key_reused");
        assertThat(request.answeredBefore("another print", NOON.plusSeconds(86_400)))
                .isEmpty();
    }
}
