package org.palabre.queues.command;

import java.time.Clock;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.palabre.accounts.AccountEvent.PersonForgotten;
import org.palabre.deadlines.Deadlines;
import org.palabre.queues.DepartureCommand.GiveUpPlace;
import org.palabre.queues.DepartureCommand.RemoveStudent;
import org.palabre.queues.StudentEvent.StudentRemoved;
import org.palabre.queues.StudentId;
import org.palabre.queues.StudentStatus;
import org.palabre.shared.Actor;
import org.palabre.shared.Positions.Position;
import org.palabre.sweeping.Sweeping;
import org.springframework.stereotype.Component;

/**
 * Takes people who were erased out of the fair: first their names, and then their places, one after the other, so that
 * nobody waits for somebody who is gone.
 */
@Component
class Departures {

    private final Repository<Company> companies;
    private final Repository<Student> students;
    private final StoredStudents storedStudents;
    private final Deadlines deadlines;
    private final Sweeping sweeping;
    private final Clock clock;

    Departures(
            Repository<Company> companies,
            Repository<Student> students,
            StoredStudents storedStudents,
            Deadlines deadlines,
            Sweeping sweeping,
            Clock clock) {
        this.companies = companies;
        this.students = students;
        this.storedStudents = storedStudents;
        this.deadlines = deadlines;
        this.sweeping = sweeping;
        this.clock = clock;
    }

    @EventHandler
    void on(PersonForgotten event) {
        var studentId = StudentId.of(event.accountId().value());
        deadlines.schedule("remove-student-" + studentId, clock.instant(), new RemoveStudent(studentId));
    }

    @EventHandler
    void on(StudentRemoved event, @SequenceNumber long sequence) {
        sweeping.after(
                new Position(Student.class.getSimpleName(), event.studentId().toString(), sequence));
    }

    @CommandHandler
    void handle(RemoveStudent command, Actor actor) {
        actor.mustBePlatform();
        var studentId = command.studentId();
        find(students, studentId).ifPresent(student -> {
            student.execute(Student::remove);
            for (var place : storedStudents.places(studentId)) {
                deadlines.schedule(
                        "give-up-place-" + place.inscriptionId(),
                        clock.instant(),
                        new GiveUpPlace(studentId, place.companyId(), place.inscriptionId()));
            }
        });
    }

    @CommandHandler
    void handle(GiveUpPlace command, Actor actor) {
        actor.mustBePlatform();
        find(companies, command.companyId())
                .ifPresent(company -> company.invoke(it -> it.place(command.inscriptionId()))
                        .ifPresent(place -> giveUp(company, command, place)));
    }

    private void giveUp(Aggregate<Company> company, GiveUpPlace command, Inscription place) {
        var student = students.load(command.studentId().toString());
        if (place.runs()) {
            student.execute(it -> it.leaveInterview(command.companyId(), place.id(), StudentStatus.PAUSED));
            company.execute(it -> it.cancel(place));
        }
        company.execute(it -> it.leave(place.id()));
        student.execute(it -> it.leave(command.companyId(), place.id()));
    }

    /** Not everybody who is erased was a student, and a company may have been removed meanwhile. */
    private static <T> Optional<Aggregate<T>> find(Repository<T> aggregates, Object id) {
        try {
            return Optional.of(aggregates.load(id.toString()));
        } catch (AggregateNotFoundException none) {
            return Optional.empty();
        }
    }
}
