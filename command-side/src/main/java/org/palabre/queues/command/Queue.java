package org.palabre.queues.command;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.palabre.queues.InscriptionId;
import org.palabre.queues.InscriptionStatus;
import org.palabre.queues.StudentId;

/** The inscriptions of one company in the order of their positions; those who left are not among them. */
class Queue {

    @JsonValue
    private final List<Inscription> inscriptions;

    Queue() {
        this(List.of());
    }

    @JsonCreator
    Queue(List<Inscription> inscriptions) {
        this.inscriptions = new ArrayList<>(inscriptions);
    }

    void add(Inscription inscription) {
        inscriptions.add(inscription);
    }

    void remove(InscriptionId id) {
        inscriptions.removeIf(inscription -> inscription.id().equals(id));
    }

    void become(InscriptionId id, InscriptionStatus status) {
        inscriptions.replaceAll(inscription -> inscription.id().equals(id) ? inscription.become(status) : inscription);
    }

    Optional<Inscription> find(InscriptionId id) {
        return inscriptions.stream()
                .filter(inscription -> inscription.id().equals(id))
                .findFirst();
    }

    boolean holds(StudentId studentId) {
        return inscriptions.stream()
                .anyMatch(inscription -> inscription.studentId().equals(studentId));
    }

    List<Inscription> waiting() {
        return those(Inscription::waits);
    }

    List<Inscription> running() {
        return those(Inscription::runs);
    }

    /** How many wait up to and with this position. */
    int placeOf(Inscription inscription) {
        return (int) inscriptions.stream()
                .filter(each -> each.waits() && each.position() <= inscription.position())
                .count();
    }

    private List<Inscription> those(Predicate<Inscription> which) {
        return inscriptions.stream().filter(which).toList();
    }
}
