package org.palabre.projections;

import static com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility.ANY;
import static com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility.NONE;
import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.annotation.PropertyAccessor;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rows of a table, for a fold: those that the events of a batch are about are read at once, changed in memory, and
 * written at once before the batch commits. They are locked as long: a parked event may be tried again at the same time.
 */
public final class Rows<R extends Row> {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .changeDefaultVisibility(visible ->
                    visible.withVisibility(PropertyAccessor.ALL, NONE).withFieldVisibility(ANY))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final JdbcClient jdbc;
    private final Class<R> type;
    private final Function<Object, Optional<UUID>> about;
    private final String read;
    private final String write;
    private final String delete;
    private final String deleteWhere;

    /**
     * @param table as it is called in the schema of a generation
     * @param about which row an event is about, if any of this table
     */
    public Rows(JdbcClient jdbc, String table, Class<R> type, Function<Object, Optional<UUID>> about) {
        this.jdbc = jdbc;
        this.type = type;
        this.about = about;
        var columns = Stream.of(type.getDeclaredFields())
                .map(field -> field.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT))
                .toList();
        read = "select to_jsonb(found)::text from %s found where id = any(?) for update".formatted(table);
        write = """
                insert into %1$s (%2$s) select %2$s from jsonb_populate_recordset(null::%1$s, ?::jsonb)
                on conflict (id) do update set %3$s
                """.formatted(
                        table,
                        String.join(", ", columns),
                        columns.stream()
                                .filter(column -> !column.equals("id"))
                                .map(column -> column + " = excluded." + column)
                                .collect(joining(", ")));
        delete = "delete from %s where id = any(?)".formatted(table);
        deleteWhere = "delete from %s where ".formatted(table);
    }

    /**
     * The row, to be changed.
     *
     * @throws IllegalStateException if there is none: a history that cannot be, so better stop at the event than show
     *     something wrong
     */
    public R get(UUID id) {
        return inMemory().get(id);
    }

    /** The row, to be changed, if it is still there. */
    public Optional<R> find(UUID id) {
        return inMemory().find(id);
    }

    /** These rows are about to be asked for: they are read together. */
    public void expect(Collection<UUID> ids) {
        inMemory().expect(ids);
    }

    /**
     * Adds a row.
     *
     * @throws IllegalStateException if it is there already
     */
    public void add(R row) {
        inMemory().add(row);
    }

    /**
     * Takes a row away.
     *
     * @throws IllegalStateException if there is none
     */
    public void remove(UUID id) {
        inMemory().remove(id);
    }

    /** Takes away whatever rows have this value in this column. */
    public void removeWhere(String column, Object value) {
        var batch = Batch.current();
        batch.save();
        jdbc.sql(deleteWhere + column + " = ?").param(value).update();
        batch.forget();
    }

    /** Writes what the batch has changed so far, in whatever table, for those who read them in its transaction. */
    public void save() {
        Batch.current().save();
    }

    private RowsInMemory<R> inMemory() {
        return Batch.current().inMemory(this);
    }

    Optional<UUID> about(Object event) {
        return about.apply(event);
    }

    List<R> read(Collection<UUID> ids) {
        return jdbc.sql(read)
                .param(ids.toArray(UUID[]::new))
                .query((row, _) -> JSON.readValue(row.getString(1), type))
                .list();
    }

    void write(Collection<R> rows) {
        jdbc.sql(write).param(JSON.writeValueAsString(rows)).update();
    }

    void delete(Collection<UUID> ids) {
        jdbc.sql(delete).param(ids.toArray(UUID[]::new)).update();
    }
}
