package org.palabre.projections;

import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;

/** Axon's tables under our names. */
final class Tables {

    static final TokenSchema TOKENS = TokenSchema.builder()
            .setTokenTable("token")
            .setProcessorNameColumn("processor_name")
            .setTokenTypeColumn("token_type")
            .setTimestampColumn("updated_at")
            .build();

    static final DeadLetterSchema DEAD_LETTERS = DeadLetterSchema.builder()
            .deadLetterTable("dead_letter")
            .deadLetterIdentifierColumn("id")
            .processingGroupColumn("processing_group")
            .sequenceIdentifierColumn("sequence_identifier")
            .sequenceIndexColumn("sequence_index")
            .messageTypeColumn("message_type")
            .eventIdentifierColumn("event_id")
            .timestampColumn("occurred_at")
            .payloadTypeColumn("payload_type")
            .payloadRevisionColumn("payload_revision")
            .metaDataColumn("metadata")
            .aggregateTypeColumn("aggregate_type")
            .aggregateIdentifierColumn("aggregate_id")
            .sequenceNumberColumn("sequence")
            .tokenTypeColumn("token_type")
            .enqueuedAtColumn("enqueued_at")
            .lastTouchedColumn("last_touched_at")
            .processingStartedColumn("processing_started_at")
            .causeTypeColumn("cause_type")
            .causeMessageColumn("cause_message")
            .build();

    private Tables() {}
}
