package org.palabre.move;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.event.Event;
import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.palabre.platform.OneShape;

@OneShape("it starts no platform")
class TallyTest {

    private static final Event EVENT = event(new byte[] {1, 2}, Map.of("actor", "someone"));

    @Property(tries = 300)
    void what_is_read_back_hashes_the_same(@ForAll byte[] payload, @ForAll @Size(max = 12) Map<String, String> metaData)
            throws InvalidProtocolBufferException {
        var event = event(payload, metaData);

        assertThat(Tally.hash(Event.parseFrom(event.toByteArray()))).isEqualTo(Tally.hash(event));
    }

    @Property(tries = 300)
    void other_bytes_and_other_metadata_hash_otherwise(
            @ForAll byte[] payload, @ForAll byte[] other, @ForAll Map<String, String> metaData) {
        var event = event(payload, metaData);

        assertThat(Arrays.equals(Tally.hash(event), Tally.hash(event(other, metaData))))
                .isEqualTo(Arrays.equals(payload, other));
        var more = event.toBuilder().putMetaData("one more", MetaDataValue.getDefaultInstance());
        assertThat(Tally.hash(more.build())).isNotEqualTo(Tally.hash(event));
    }

    static Stream<UnaryOperator<Event.Builder>> changes() {
        return Stream.of(
                event -> event.setMessageIdentifier("another"),
                event -> event.setAggregateIdentifier("another"),
                event -> event.setAggregateSequenceNumber(8),
                event -> event.setAggregateType("Another"),
                event -> event.setTimestamp(1),
                event -> event.setSnapshot(true),
                event -> event.clearMetaData(),
                event -> event.putMetaData("actor", text("somebody else")),
                event -> event.setPayload(event.getPayload().toBuilder().setType("test.Other")),
                event -> event.setPayload(event.getPayload().toBuilder().setRevision("2")));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void nothing_that_is_kept_can_change_without_the_hash(UnaryOperator<Event.Builder> change) {
        assertThat(Tally.hash(change.apply(EVENT.toBuilder()).build())).isNotEqualTo(Tally.hash(EVENT));
    }

    private static Event event(byte[] payload, Map<String, String> metaData) {
        var event = Event.newBuilder()
                .setMessageIdentifier("message")
                .setAggregateIdentifier("aggregate")
                .setAggregateSequenceNumber(7)
                .setAggregateType("Note")
                .setTimestamp(1_700_000_000_123L);
        event.getPayloadBuilder().setType("test.Noted").setRevision("1").setData(ByteString.copyFrom(payload));
        metaData.forEach((key, value) -> event.putMetaData(key, text(value)));
        return event.build();
    }

    private static MetaDataValue text(String value) {
        return MetaDataValue.newBuilder().setTextValue(value).build();
    }
}
