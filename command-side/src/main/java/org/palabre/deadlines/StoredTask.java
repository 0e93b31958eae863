package org.palabre.deadlines;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The JSON in which deadlines are stored. */
class StoredTask implements Serializer {

    private final JsonMapper json;

    StoredTask(JsonMapper json) {
        this.json = json;
    }

    @Override
    public byte @Nullable [] serialize(@Nullable Object data) {
        return data == null ? null : json.writeValueAsBytes(data);
    }

    @Override
    public <T> @Nullable T deserialize(Class<T> type, byte @Nullable [] stored) {
        return stored == null ? null : json.readValue(stored, type);
    }
}
