package org.palabre.projections;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a batch has read and changed of a table so far. */
class RowsInMemory<R extends Row> {

    private final Rows<R> table;
    private final Set<UUID> expected;
    private final Set<UUID> known = new HashSet<>();
    private final Map<UUID, R> present = new HashMap<>();
    private final Map<UUID, R> changed = new LinkedHashMap<>();
    private final Set<UUID> removed = new HashSet<>();

    RowsInMemory(Rows<R> table, Collection<UUID> expected) {
        this.table = table;
        this.expected = new HashSet<>(expected);
    }

    void expect(Collection<UUID> ids) {
        ids.stream().filter(id -> !known.contains(id)).forEach(expected::add);
    }

    R get(UUID id) {
        return find(id).orElseThrow(() -> new IllegalStateException("There is no row " + id));
    }

    Optional<R> find(UUID id) {
        var row = Optional.ofNullable(look(id));
        row.ifPresent(found -> changed.put(id, found));
        return row;
    }

    void add(R row) {
        if (look(row.id()) != null) {
            throw new IllegalStateException("There is a row " + row.id() + " already");
        }
        present.put(row.id(), row);
        changed.put(row.id(), row);
    }

    void remove(UUID id) {
        get(id);
        present.remove(id);
        changed.remove(id);
        removed.add(id);
    }

    void save() {
        if (!removed.isEmpty()) {
            table.delete(removed);
            removed.clear();
        }
        if (!changed.isEmpty()) {
            table.write(changed.values());
            changed.clear();
        }
    }

    private @Nullable R look(UUID id) {
        if (!known.contains(id)) {
            expected.add(id);
            table.read(expected).forEach(row -> present.put(row.id(), row));
            known.addAll(expected);
            expected.clear();
        }
        return present.get(id);
    }
}
