package org.palabre.proofs.fair;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.palabre.platform.History.Event;
import org.palabre.proofs.fair.Fold.Place;
import org.palabre.proofs.fair.Fold.Student;

/** What must be true at every event of a history, seen from the state in front of it. */
final class Rules {

    private final Fold fold = new Fold();
    private final List<String> broken = new ArrayList<>();

    /** Every rule that the history breaks, in words. */
    static List<String> brokenBy(List<Event> history) {
        var rules = new Rules();
        history.forEach(rules::see);
        rules.seeTheEnd();
        return rules.broken;
    }

    private void see(Event event) {
        var sequence = fold.sequences().getOrDefault(event.aggregate(), -1L);
        expect(event.sequence() == sequence + 1, event, "follows number %d of its aggregate".formatted(sequence));
        expect(event.index() > fold.index(), event, "follows index %d".formatted(fold.index()));
        switch (event.type()) {
            case "queues.StudentJoined" -> joins(event);
            case "queues.StudentLeft" ->
                expect(place(event) != null && place(event).waits(), event, "leaves a place that does not wait");
            case "queues.InterviewStarted" -> starts(event);
            case "queues.InterviewCompleted", "queues.InterviewCancelled" ->
                expect(place(event) != null && place(event).runs(), event, "ends what does not run");
            case "queues.InterviewEntered" ->
                expect(statusOf(event).equals("AVAILABLE"), event, "calls a student who is " + statusOf(event));
            case "queues.InterviewLeft" -> {
                var student = fold.student(event.aggregate());
                expect(
                        student != null && Objects.equals(student.company(), event.text("companyId")),
                        event,
                        "lets go of a student who sits elsewhere");
            }
            case "queues.StudentPaused", "queues.StudentBecameAvailable" ->
                expect(
                        !statusOf(event).equals("IN_INTERVIEW"),
                        event,
                        "changes the status of a student in an interview");
            default -> {}
        }
        fold.apply(event);
    }

    private void joins(Event event) {
        var stand = fold.stand(event.aggregate());
        var places = fold.places(event.aggregate());
        expect(stand != null && stand.status().equals("RECRUITING"), event, "joins where nobody recruits");
        if (stand == null) {
            return;
        }
        expect(
                event.payload().get("position").asInt() == stand.lastPosition() + 1,
                event,
                "takes another position than the one after %d".formatted(stand.lastPosition()));
        expect(
                places.stream().noneMatch(place -> place.student().equals(event.text("studentId"))),
                event,
                "is a second inscription of the student");
        expect(
                stand.limit() == null || places.stream().filter(Place::waits).count() < stand.limit(),
                event,
                "joins a full queue");
    }

    private void starts(Event event) {
        var stand = fold.stand(event.aggregate());
        expect(place(event) != null && place(event).waits(), event, "starts what does not wait");
        expect(stand != null && stand.status().equals("RECRUITING"), event, "starts where nobody recruits");
        expect(
                stand != null
                        && fold.places(event.aggregate()).stream()
                                        .filter(Place::runs)
                                        .count()
                                < stand.slots(),
                event,
                "starts above the slots");
        expect(
                fold.places().noneMatch(place -> place.runs() && place.student().equals(event.text("studentId"))),
                event,
                "starts a second interview of the student");
    }

    /** Whoever sits in an interview, sits in it on both sides. */
    private void seeTheEnd() {
        var companies = fold.places()
                .filter(Place::runs)
                .map(place -> place.student() + " at " + place.company())
                .collect(Collectors.toCollection(HashSet::new));
        Set<String> students = fold.students().values().stream()
                .filter(student -> student.company() != null)
                .map(student -> student.id() + " at " + student.company())
                .collect(Collectors.toSet());
        if (!companies.equals(students)) {
            broken.add("In the end companies have %s in interviews, but students sit in %s"
                    .formatted(companies, students));
        }
    }

    private void expect(boolean kept, Event event, String otherwise) {
        if (!kept) {
            broken.add("%d %s #%d %s %s"
                    .formatted(event.index(), event.aggregate(), event.sequence(), event.type(), otherwise));
        }
    }

    private Place place(Event event) {
        return fold.place(event.aggregate(), event.text("inscriptionId"));
    }

    private String statusOf(Event event) {
        Student student = fold.student(event.aggregate());
        return student == null ? "nobody" : student.status();
    }
}
