package org.palabre.queues.command;

import static org.palabre.handling.Precondition.met;
import static org.palabre.queues.QueueRefusal.STUDENT_EXISTS;

import java.util.function.Consumer;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.Repository;
import org.palabre.accounts.AccountId;
import org.palabre.queues.QueueQuery.StudentView;
import org.palabre.queues.StudentCommand;
import org.palabre.queues.StudentCommand.BecomeAvailable;
import org.palabre.queues.StudentCommand.ChangeProfile;
import org.palabre.queues.StudentCommand.CreateProfile;
import org.palabre.queues.StudentCommand.TakePause;
import org.palabre.queues.StudentEvent.ProfileCreated;
import org.palabre.queues.StudentId;
import org.palabre.shared.Actor;
import org.palabre.shared.Actor.Role;
import org.palabre.shared.Personal;
import org.palabre.shared.Refused;
import org.palabre.shared.Refused.Common;
import org.springframework.stereotype.Component;

/** Lets students make their profile and say when they can be called; each only their own. */
@Component
class StudentCommands {

    private final Repository<Student> students;
    private final EventStore events;

    StudentCommands(Repository<Student> students, EventStore events) {
        this.students = students;
        this.events = events;
    }

    @CommandHandler
    StudentView handle(CreateProfile command, Actor actor) throws Exception {
        var account = own(command, actor);
        if (events.lastSequenceNumberFor(command.studentId().toString()).isPresent()) {
            throw new Refused(STUDENT_EXISTS);
        }
        return students.newInstance(() -> new Student(new ProfileCreated(
                        command.studentId(),
                        new AccountId(account.id()),
                        Personal.of(account.id(), command.firstName()),
                        Personal.of(account.id(), command.lastName()))))
                .invoke(Student::view);
    }

    @CommandHandler
    StudentView handle(ChangeProfile command, Actor actor) {
        return change(command, actor, student -> student.change(command));
    }

    @CommandHandler
    StudentView handle(BecomeAvailable command, Actor actor) {
        return change(command, actor, Student::becomeAvailable);
    }

    @CommandHandler
    StudentView handle(TakePause command, Actor actor) {
        return change(command, actor, Student::takePause);
    }

    private StudentView change(StudentCommand command, Actor actor, Consumer<Student> change) {
        own(command, actor);
        var student = met(students.load(command.studentId().toString()));
        student.execute(change);
        return student.invoke(Student::view);
    }

    private static Actor.Account own(StudentCommand command, Actor actor) {
        var account = actor.must(Role.STUDENT);
        if (!StudentId.of(account.id()).equals(command.studentId())) {
            throw new Refused(Common.NOT_FOUND);
        }
        return account;
    }
}
