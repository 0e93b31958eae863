package org.palabre.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palabre.shared.Actor;
import org.palabre.shared.Ids;
import org.springframework.mock.web.MockHttpServletRequest;

class IdempotencyKeyTest {

    private static final Actor ADA = new Actor.Account(Ids.next(), Ids.next(), true, Set.of());
    private static final Actor BOB = new Actor.Account(Ids.next(), Ids.next(), true, Set.of());
    private static final Actor ACME = new Actor.Company(Ids.next(), "hash");

    @Test
    void the_same_request_has_the_same_key_and_fingerprint() {
        assertThat(key(post(ADA, "k", "/api/x", "{}"))).isPresent().isEqualTo(key(post(ADA, "k", "/api/x", "{}")));
    }

    @Test
    void another_caller_has_another_key() {
        assertThat(key(post(ADA, "k", "/api/x", "{}")).orElseThrow().key())
                .isNotEqualTo(key(post(BOB, "k", "/api/x", "{}")).orElseThrow().key())
                .isNotEqualTo(key(post(ACME, "k", "/api/x", "{}")).orElseThrow().key());
    }

    @Test
    void another_body_path_or_query_has_another_fingerprint() {
        var fingerprint = key(post(ADA, "k", "/api/x", "{}")).orElseThrow().fingerprint();
        var withQuery = post(ADA, "k", "/api/x", "{}");
        withQuery.setQueryString("a=b");

        assertThat(fingerprint)
                .isNotEqualTo(key(post(ADA, "k", "/api/x", "{} ")).orElseThrow().fingerprint())
                .isNotEqualTo(key(post(ADA, "k", "/api/y", "{}")).orElseThrow().fingerprint())
                .isNotEqualTo(key(withQuery).orElseThrow().fingerprint());
    }

    @Test
    void only_posts_of_accounts_and_companies_have_a_key() {
        var put = post(ADA, "k", "/api/x", "{}");
        put.setMethod("PUT");

        assertThat(key(put)).isEmpty();
        assertThat(key(post(new Actor.Anyone(), "k", "/api/x", "{}"))).isEmpty();
        assertThat(key(post(new Actor.Anyone(), "é", "/api/x", "{}"))).isEmpty();
        assertThat(key(post(ACME, "k", "/api/x", "{}"))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "é", "a\tb", "\u007f"})
    void a_key_that_is_not_printable_ascii_is_refused(String text) {
        assertThatThrownBy(() -> key(post(ADA, text, "/api/x", "{}"))).isInstanceOf(BadHeader.class);
    }

    @Test
    void a_key_has_255_characters_at_most() {
        assertThat(key(post(ADA, "k".repeat(255), "/api/x", "{}"))).isPresent();
        assertThatThrownBy(() -> key(post(ADA, "k".repeat(256), "/api/x", "{}")))
                .isInstanceOf(BadHeader.class);
    }

    private static Optional<IdempotencyKey> key(MockHttpServletRequest request) {
        return IdempotencyKey.of(new JsonBodyFilter.Body(request));
    }

    private static MockHttpServletRequest post(Actor actor, String key, String path, String body) {
        var request = new MockHttpServletRequest("POST", path);
        request.setContent(body.getBytes(UTF_8));
        request.addHeader("Idempotency-Key", key);
        new Caller(actor, false, "request", "192.0.2.7").on(request);
        return request;
    }
}
