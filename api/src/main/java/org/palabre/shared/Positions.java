package org.palabre.shared;

import java.util.List;

/**
 * Which events of which aggregates a command has stored: whoever reads at or behind them sees what it did.
 *
 * @param aggregates one entry an aggregate, with its newest event
 */
public record Positions(List<Position> aggregates) {

    public Positions {
        aggregates = List.copyOf(aggregates);
    }

    /**
     * How far the events of one aggregate go.
     *
     * @param type the aggregate's, as stored with its events
     * @param sequence from 0
     */
    public record Position(String type, String aggregate, long sequence) {}

    /**
     * Asks to be answered {@code true} once every projection has applied these events, {@code false} when it does not
     * happen in time.
     */
    public record AwaitProjections(Positions positions, long millis) {}
}
