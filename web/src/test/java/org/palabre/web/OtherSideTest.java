package org.palabre.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collection;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.QueryHandler;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.queryhandling.annotation.AnnotationQueryHandlerAdapter;
import org.junit.jupiter.api.Test;
import org.palabre.shared.DescriptionQuery.FindReads;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.util.ServletRequestPathUtils;

class OtherSideTest {

    private static final String READS = """
            {"paths": {"/api/queues": {"get": {}}, "/api/company/{token}": {"get": {}}}}
            """;

    private final SimpleQueryBus queries = SimpleQueryBus.builder().build();
    private long now = Long.MAX_VALUE;
    private int asked;

    private final OtherSide otherSide = new OtherSide(
            new Queries(DefaultQueryGateway.builder().queryBus(queries).build()), new FindReads(), () -> now);

    @QueryHandler
    String handle(FindReads query) {
        asked++;
        return READS;
    }

    @Test
    void it_knows_its_addresses_and_their_methods() {
        var _ = new AnnotationQueryHandlerAdapter<>(this).subscribe(queries);

        assertThat(methods("/api/queues")).containsExactly("GET");
        assertThat(methods("/api/company/me")).containsExactly("GET");
        assertThat(methods("/api/company/me/next")).isEmpty();
        assertThat(methods("/api/nowhere")).isEmpty();
        assertThat(otherSide.description()).isEqualTo(READS);
    }

    @Test
    void it_is_asked_every_ten_seconds_at_most() {
        var _ = new AnnotationQueryHandlerAdapter<>(this).subscribe(queries);
        for (int time = 0; time < 100; time++, now += Duration.ofSeconds(1).toNanos()) {
            assertThat(methods("/api/queues")).isNotEmpty();
        }

        assertThat(asked).isEqualTo(10);
    }

    @Test
    void while_it_is_away_what_it_said_last_holds() {
        assertThat(methods("/api/queues")).isEmpty();
        assertThat(otherSide.description()).isEqualTo("{}");

        now += Duration.ofSeconds(10).toNanos();
        var here = new AnnotationQueryHandlerAdapter<>(this).subscribe(queries);
        assertThat(methods("/api/queues")).containsExactly("GET");

        now += Duration.ofSeconds(10).toNanos();
        here.cancel();
        assertThat(methods("/api/queues")).containsExactly("GET");
        assertThat(asked).isEqualTo(1);
    }

    private Collection<String> methods(String path) {
        var request = new MockHttpServletRequest("DELETE", path);
        ServletRequestPathUtils.parseAndCache(request);
        return otherSide.methods(request);
    }
}
