package org.palabre.move;

import com.google.protobuf.Descriptors.FieldDescriptor;
import io.axoniq.axonserver.grpc.event.Event;
import java.util.Arrays;
import java.util.Iterator;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/** What is found when two histories are read side by side. */
sealed interface Comparison {

    /** Both hold the same events in the same order. */
    record Same(long count, String source, String target) implements Comparison {}

    /** The target holds exactly the first events of the source, so many. */
    record Beginning(long count) implements Comparison {}

    /** From this event on, the first being 1, they are not the same. */
    record Different(long position, String words) implements Comparison {}

    /** Reads both, no further than to their first difference. */
    static Comparison of(Iterator<Event> source, Iterator<Event> target, LongConsumer progress) {
        var ofSource = new Tally();
        var ofTarget = new Tally();
        while (target.hasNext()) {
            var held = target.next();
            var position = ofTarget.count() + 1;
            if (!source.hasNext()) {
                return new Different(position, "the target holds %s, the source ends before it".formatted(name(held)));
            }
            var expected = source.next();
            if (!Arrays.equals(ofSource.add(expected), ofTarget.add(held))) {
                return new Different(
                        position,
                        "the source holds %s, the target %s; different are: %s"
                                .formatted(name(expected), name(held), fields(expected, held)));
            }
            progress.accept(position);
        }
        return source.hasNext()
                ? new Beginning(ofTarget.count())
                : new Same(ofTarget.count(), ofSource.digest(), ofTarget.digest());
    }

    private static String name(Event event) {
        return "%s %s".formatted(event.getPayload().getType(), event.getMessageIdentifier());
    }

    private static String fields(Event expected, Event held) {
        return Event.getDescriptor().getFields().stream()
                .filter(field -> !expected.getField(field).equals(held.getField(field)))
                .map(FieldDescriptor::getName)
                .collect(Collectors.joining(", "));
    }
}
