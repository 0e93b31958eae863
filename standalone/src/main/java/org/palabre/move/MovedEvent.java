package org.palabre.move;

import com.google.protobuf.ByteString;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.event.Event;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.axonframework.axonserver.connector.util.GrpcMetaDataConverter;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;

/**
 * A stored event as the distributed platform itself would have given it to Axon Server. The payload stays the bytes that
 * it is; nothing is decrypted. Of its instant the milliseconds are kept, which is all that Axon Server has room for.
 */
final class MovedEvent {

    static final String COLUMNS =
            "event_id, aggregate_id, sequence, aggregate_type, type, revision, occurred_at, payload, metadata";

    // knows no event and no key: metadata are texts
    private static final Jackson3Serializer JSON = Jackson3Serializer.builder().build();
    private static final GrpcMetaDataConverter CONVERTER = new GrpcMetaDataConverter(JSON);

    private MovedEvent() {}

    static Event of(ResultSet row) throws SQLException {
        var event = Event.newBuilder()
                .setMessageIdentifier(row.getString("event_id"))
                .setTimestamp(row.getObject("occurred_at", OffsetDateTime.class)
                        .toInstant()
                        .toEpochMilli())
                .setPayload(SerializedObject.newBuilder()
                        .setType(row.getString("type"))
                        .setRevision(orEmpty(row.getString("revision")))
                        .setData(ByteString.copyFrom(row.getBytes("payload"))));
        var aggregateType = row.getString("aggregate_type");
        // without a type it is of no aggregate: the row has its own identifier in the aggregate's place
        if (aggregateType != null) {
            event.setAggregateIdentifier(row.getString("aggregate_id"))
                    .setAggregateSequenceNumber(row.getLong("sequence"))
                    .setAggregateType(aggregateType);
        }
        MetaData metaData = JSON.deserialize(new SerializedMetaData<>(row.getBytes("metadata"), byte[].class));
        metaData.forEach((key, value) -> event.putMetaData(key, CONVERTER.convertToMetaDataValue(value)));
        return event.build();
    }

    private static String orEmpty(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
