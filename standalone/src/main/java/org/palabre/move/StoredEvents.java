package org.palabre.move;

import io.axoniq.axonserver.grpc.event.Event;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The events of the platform that is moved. */
record StoredEvents(DataSource dataSource) {

    /** Events are only ever added: whoever counts more than before knows of a writer. */
    long count() {
        return JdbcClient.create(dataSource)
                .sql("select count(*) from event")
                .query(Long.class)
                .single();
    }

    /** Reads them in their order, from the first. */
    <T> T read(Function<Stream<Event>, T> reader) {
        return Cursor.read(
                dataSource,
                "select %s from event order by global_index".formatted(MovedEvent.COLUMNS),
                (row, _) -> MovedEvent.of(row),
                reader);
    }
}
