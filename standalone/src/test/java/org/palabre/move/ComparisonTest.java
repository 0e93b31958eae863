package org.palabre.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.google.protobuf.ByteString;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.event.Event;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.palabre.platform.OneShape;

@OneShape("it starts no platform")
class ComparisonTest {

    private static final List<Event> HISTORY =
            IntStream.range(0, 5).mapToObj(ComparisonTest::event).toList();

    @Test
    void the_same_events_in_the_same_order_are_the_same() {
        var same = (Comparison.Same) compare(HISTORY, List.copyOf(HISTORY));

        assertThat(same.count()).isEqualTo(5);
        assertThat(same.source()).isEqualTo(same.target()).hasSize(64);
    }

    @Test
    void the_digest_is_that_of_this_order() {
        var same = (Comparison.Same) compare(HISTORY, HISTORY);
        var turned = (Comparison.Same) compare(HISTORY.reversed(), HISTORY.reversed());

        assertThat(turned.source()).isNotEqualTo(same.source());
    }

    @Test
    void an_empty_target_and_the_first_events_are_a_beginning() {
        assertThat(compare(HISTORY, List.of())).isEqualTo(new Comparison.Beginning(0));
        assertThat(compare(HISTORY, HISTORY.subList(0, 3))).isEqualTo(new Comparison.Beginning(3));
    }

    @Test
    void a_target_with_a_foreign_event_differs_there() {
        var foreign = List.of(HISTORY.get(0), event(77), HISTORY.get(2));

        assertThat(compare(HISTORY, foreign))
                .asInstanceOf(type(Comparison.Different.class))
                .satisfies(different -> {
                    assertThat(different.position()).isEqualTo(2);
                    assertThat(different.words()).contains("event-77", "message_identifier", "payload");
                });
    }

    @Test
    void a_target_that_holds_more_differs_behind_the_end() {
        assertThat(compare(HISTORY.subList(0, 2), HISTORY))
                .asInstanceOf(type(Comparison.Different.class))
                .extracting(Comparison.Different::position)
                .isEqualTo(3L);
    }

    @Test
    void events_that_changed_places_differ() {
        var swapped = List.of(HISTORY.get(1), HISTORY.get(0));

        assertThat(compare(HISTORY.subList(0, 2), swapped))
                .asInstanceOf(type(Comparison.Different.class))
                .extracting(Comparison.Different::position)
                .isEqualTo(1L);
    }

    private static Comparison compare(List<Event> source, List<Event> target) {
        return Comparison.of(source.iterator(), target.iterator(), _ -> {});
    }

    private static Event event(int number) {
        return Event.newBuilder()
                .setMessageIdentifier("event-" + number)
                .setPayload(SerializedObject.newBuilder()
                        .setType("test.Noted")
                        .setData(ByteString.copyFromUtf8("{\"number\": " + number + "}")))
                .build();
    }
}
