package org.palabre.proofs.fair;

import java.time.Instant;
import java.util.List;
import org.palabre.proofs.fair.Fold.Place;
import tools.jackson.databind.JsonNode;

/** A company's board as it is shown, people's names apart: those are encrypted in the history. */
record Board(
        String company,
        String name,
        String status,
        int slots,
        Integer limit,
        int waiting,
        int interviewing,
        List<Interview> interviews,
        List<Waiting> queue,
        int completed,
        Double averageMinutes) {

    record Interview(String id, int position, String student, Instant startedAt) {}

    record Waiting(String id, int position, String student, String status, boolean canStart, Instant since) {}

    /** The board that a history makes. */
    static Board of(Fold fold, String company) {
        var stand = fold.stand(company);
        var places = fold.places(company);
        var running = places.stream().filter(Place::runs).count();
        var ready = stand.status().equals("RECRUITING") && running < stand.slots();
        return new Board(
                company,
                stand.name(),
                stand.status(),
                stand.slots(),
                stand.limit(),
                (int) places.stream().filter(Place::waits).count(),
                (int) running,
                places.stream()
                        .filter(Place::runs)
                        .map(place -> new Interview(place.id(), place.position(), place.student(), place.startedAt()))
                        .toList(),
                places.stream()
                        .filter(Place::waits)
                        .map(place ->
                                waiting(place, fold.student(place.student()).status(), ready))
                        .toList(),
                stand.completed(),
                stand.completed() == 0 ? null : Math.round(stand.seconds() / stand.completed() / 6) / 10.0);
    }

    private static Waiting waiting(Place place, String status, boolean ready) {
        return new Waiting(
                place.id(),
                place.position(),
                place.student(),
                status,
                ready && status.equals("AVAILABLE"),
                place.joinedAt());
    }

    /** The board that the platform shows. */
    static Board of(JsonNode board) {
        var company = board.get("company");
        return new Board(
                company.get("id").asString(),
                company.get("name").asString(),
                upper(company.get("status")),
                board.at("/slots/max").asInt(),
                company.get("max_queue_size").isNull()
                        ? null
                        : company.get("max_queue_size").asInt(),
                company.get("waiting_count").asInt(),
                board.at("/slots/used").asInt(),
                board.get("interviews")
                        .valueStream()
                        .map(each -> new Interview(
                                each.get("id").asString(),
                                each.get("position").asInt(),
                                each.at("/student/id").asString(),
                                Instant.parse(each.get("started_at").asString())))
                        .toList(),
                board.get("queue")
                        .valueStream()
                        .map(each -> new Waiting(
                                each.get("id").asString(),
                                each.get("position").asInt(),
                                each.at("/student/id").asString(),
                                upper(each.get("student_status")),
                                each.get("can_start").asBoolean(),
                                Instant.parse(each.get("waiting_since").asString())))
                        .toList(),
                board.get("completed_count").asInt(),
                board.get("average_minutes").isNull()
                        ? null
                        : board.get("average_minutes").asDouble());
    }

    private static String upper(JsonNode text) {
        return text.asString().toUpperCase(java.util.Locale.ROOT);
    }
}
