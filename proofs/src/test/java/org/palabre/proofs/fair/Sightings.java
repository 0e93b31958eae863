package org.palabre.proofs.fair;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.palabre.platform.History.Event;

/**
 * What followers of boards were told, against all the boards that there ever were: each state is one of them, none comes
 * before an earlier one, and the last is the last.
 */
final class Sightings {

    /** What one follower of a company's board was told, one state after the other, over all its connections. */
    record Sighting(String follower, String company, List<Board> states) {}

    private final Map<String, List<Board>> boards = new HashMap<>();

    private Sightings(List<Event> history) {
        var fold = new Fold();
        for (var event : history) {
            fold.apply(event);
            touched(fold, event).forEach(company -> note(Board.of(fold, company)));
        }
    }

    /** Every follower's every sight that cannot be, in words. */
    static List<String> impossible(List<Event> history, List<Sighting> sightings) {
        var seen = new Sightings(history);
        return sightings.stream()
                .flatMap(sighting -> seen.judge(sighting).stream())
                .toList();
    }

    private static Stream<String> touched(Fold fold, Event event) {
        if (fold.stand(event.aggregate()) != null) {
            return Stream.of(event.aggregate());
        }
        return fold.student(event.aggregate()) == null
                ? Stream.empty()
                : fold.places()
                        .filter(place -> place.waits() && place.student().equals(event.aggregate()))
                        .map(Fold.Place::company);
    }

    private void note(Board board) {
        var all = boards.computeIfAbsent(board.company(), _ -> new ArrayList<>());
        if (all.isEmpty() || !all.getLast().equals(board)) {
            all.add(board);
        }
    }

    private List<String> judge(Sighting sighting) {
        var possible = boards.getOrDefault(sighting.company(), List.of());
        var wrong = new ArrayList<String>();
        var at = 0;
        for (var state : sighting.states()) {
            var found = indexOf(state, possible, at);
            if (found < 0) {
                var when = possible.contains(state) ? "goes back to" : "saw what never was:";
                wrong.add("%s %s %s".formatted(sighting.follower(), when, state));
            } else {
                at = found;
            }
        }
        if (sighting.states().isEmpty()) {
            wrong.add(sighting.follower() + " saw nothing");
        } else if (!sighting.states().getLast().equals(possible.getLast())) {
            wrong.add("%s ends with %s instead of %s"
                    .formatted(sighting.follower(), sighting.states().getLast(), possible.getLast()));
        }
        return wrong;
    }

    private static int indexOf(Board state, List<Board> possible, int from) {
        for (int at = from; at < possible.size(); at++) {
            if (possible.get(at).equals(state)) {
                return at;
            }
        }
        return -1;
    }
}
