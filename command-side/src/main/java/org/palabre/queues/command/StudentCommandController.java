package org.palabre.queues.command;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.palabre.queues.CompanyCommand.JoinQueue;
import org.palabre.queues.CompanyId;
import org.palabre.queues.InscriptionId;
import org.palabre.queues.QueueQuery.InscriptionView;
import org.palabre.queues.QueueQuery.StudentView;
import org.palabre.queues.StudentCommand.BecomeAvailable;
import org.palabre.queues.StudentCommand.ChangeProfile;
import org.palabre.queues.StudentCommand.CreateProfile;
import org.palabre.queues.StudentCommand.LeaveQueue;
import org.palabre.queues.StudentCommand.TakePause;
import org.palabre.queues.StudentId;
import org.palabre.shared.Actor;
import org.palabre.shared.Change;
import org.palabre.web.Allow;
import org.palabre.web.Allow.Who;
import org.palabre.web.Commands;
import org.palabre.web.Me;
import org.palabre.web.OneLine;
import org.palabre.web.Text;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class StudentCommandController {

    record Profile(
            @NotNull @OneLine @Size(max = 100) String firstName,
            @NotNull @OneLine @Size(max = 100) String lastName) {

        Profile {
            firstName = Text.trimmed(firstName);
            lastName = Text.trimmed(lastName);
        }
    }

    record ProfileChanges(
            Change<@NotNull @OneLine @Size(max = 100) String> firstName,
            Change<@NotNull @OneLine @Size(max = 100) String> lastName) {

        ProfileChanges {
            firstName = Text.trimmed(firstName);
            lastName = Text.trimmed(lastName);
        }
    }

    /** What a student can say of themselves; an interview begins and ends at the company's stand. */
    enum Readiness {
        AVAILABLE,
        PAUSED
    }

    record Status(@NotNull Readiness status) {}

    record Joining(@NotNull CompanyId companyId) {}

    private final Commands commands;

    StudentCommandController(Commands commands) {
        this.commands = commands;
    }

    @PostMapping("/api/students")
    @Allow(Who.STUDENT)
    ResponseEntity<StudentView> create(@RequestBody @Valid Profile profile, @Me Actor.Account me) {
        var student = commands.send(
                new CreateProfile(StudentId.of(me.id()), profile.firstName(), profile.lastName()), StudentView.class);
        return ResponseEntity.created(URI.create("/api/students/me")).body(student);
    }

    @PatchMapping("/api/students/me")
    @Allow(Who.STUDENT)
    StudentView change(@RequestBody @Valid ProfileChanges changes, @Me Actor.Account me) {
        return commands.send(
                new ChangeProfile(StudentId.of(me.id()), changes.firstName(), changes.lastName()), StudentView.class);
    }

    @PutMapping("/api/students/me/status")
    @Allow(Who.STUDENT)
    StudentView become(@RequestBody @Valid Status status, @Me Actor.Account me) {
        var studentId = StudentId.of(me.id());
        return commands.send(
                switch (status.status()) {
                    case AVAILABLE -> new BecomeAvailable(studentId);
                    case PAUSED -> new TakePause(studentId);
                },
                StudentView.class);
    }

    @PostMapping("/api/queues")
    @Allow(Who.STUDENT)
    ResponseEntity<InscriptionView> join(@RequestBody @Valid Joining joining) {
        var inscription =
                commands.send(new JoinQueue(joining.companyId(), InscriptionId.next()), InscriptionView.class);
        return ResponseEntity.created(URI.create("/api/queues/" + inscription.id()))
                .body(inscription);
    }

    @DeleteMapping("/api/queues/{id}")
    @Allow(Who.STUDENT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(@PathVariable InscriptionId id, @Me Actor.Account me) {
        commands.send(new LeaveQueue(StudentId.of(me.id()), id));
    }
}
