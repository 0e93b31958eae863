package org.palabre.eventstore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;

/** An event or a snapshot as its row holds it. */
record StoredEvent(
        String id,
        String aggregateId,
        long sequence,
        @Nullable String aggregateType,
        Instant occurredAt,
        SerializedObject<byte[]> payload,
        SerializedObject<byte[]> metadata)
        implements DomainEventData<byte[]> {

    static final String COLUMNS =
            "event_id, aggregate_id, sequence, aggregate_type, type, revision, occurred_at, payload, metadata";

    static StoredEvent from(ResultSet row) throws SQLException {
        return new StoredEvent(
                row.getString("event_id"),
                row.getString("aggregate_id"),
                row.getLong("sequence"),
                row.getString("aggregate_type"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                new SimpleSerializedObject<>(
                        row.getBytes("payload"), byte[].class, row.getString("type"), row.getString("revision")),
                new SerializedMetaData<>(row.getBytes("metadata"), byte[].class));
    }

    String type() {
        return payload.getType().getName();
    }

    @Nullable
    String revision() {
        return payload.getType().getRevision();
    }

    @Override
    public String getEventIdentifier() {
        return id;
    }

    @Override
    public Instant getTimestamp() {
        return occurredAt;
    }

    @Override
    public SerializedObject<byte[]> getMetaData() {
        return metadata;
    }

    @Override
    public SerializedObject<byte[]> getPayload() {
        return payload;
    }

    @Override
    public @Nullable String getType() {
        return aggregateType;
    }

    @Override
    public String getAggregateIdentifier() {
        return aggregateId;
    }

    @Override
    public long getSequenceNumber() {
        return sequence;
    }
}
