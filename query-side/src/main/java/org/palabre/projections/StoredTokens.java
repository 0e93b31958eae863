package org.palabre.projections;

import java.util.Optional;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far processors have got, read without claiming them: another node may be at work. */
class StoredTokens {

    private final JdbcClient jdbc;
    private final Serializer serializer;

    StoredTokens(JdbcClient jdbc, Serializer serializer) {
        this.jdbc = jdbc;
        this.serializer = serializer;
    }

    Optional<TrackingToken> of(Generation generation) {
        return jdbc.sql("select token, token_type from token where processor_name = ? and token is not null")
                .param(generation.name())
                .query((row, _) -> serializer.<byte[], TrackingToken>deserialize(new SimpleSerializedObject<>(
                        row.getBytes("token"), byte[].class, row.getString("token_type"), null)))
                .optional();
    }
}
