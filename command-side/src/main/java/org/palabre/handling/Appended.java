package org.palabre.handling;

import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.palabre.shared.Positions;
import org.palabre.shared.Positions.Position;

/** How far the events go that one unit of work appends. */
class Appended {

    private static final String RESOURCE = Appended.class.getName();

    private final Map<String, Position> newest = new LinkedHashMap<>();

    static Appended in(UnitOfWork<?> work) {
        return work.root().getOrComputeResource(RESOURCE, _ -> new Appended());
    }

    void add(Position position) {
        newest.put(position.aggregate(), position);
    }

    Positions positions() {
        return new Positions(java.util.List.copyOf(newest.values()));
    }
}
