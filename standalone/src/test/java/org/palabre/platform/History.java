package org.palabre.platform;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The stored events, read straight from where they are stored, past all of the platform's own code. */
public final class History {

    private static final JsonMapper JSON = JsonMapper.shared();

    private History() {}

    /** One stored event. */
    public record Event(long index, String aggregate, long sequence, String type, Instant at, JsonNode payload) {

        static Event of(long index, String aggregate, long sequence, String type, Instant at, byte[] payload) {
            return new Event(index, aggregate, sequence, type, at, JSON.readTree(payload));
        }

        public String text(String field) {
            return payload.get(field).asString();
        }
    }

    /** The history that is kept at the JDBC address. */
    static List<Event> inPostgres(String database) {
        try (var connection = DriverManager.getConnection(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select global_index, aggregate_id, sequence, type, occurred_at,"
                        + " payload from event order by global_index")) {
            var events = new ArrayList<Event>();
            while (rows.next()) {
                events.add(Event.of(
                        rows.getLong(1),
                        rows.getString(2),
                        rows.getLong(3),
                        rows.getString(4),
                        rows.getObject(5, OffsetDateTime.class).toInstant(),
                        rows.getBytes(6)));
            }
            return events;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
