package org.palabre.queues.command;

import static org.palabre.handling.Precondition.met;
import static org.palabre.queues.QueueRefusal.NOBODY_AVAILABLE;
import static org.palabre.queues.QueueRefusal.NO_STUDENT_PROFILE;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.palabre.queues.CompanyCommand.CancelInterview;
import org.palabre.queues.CompanyCommand.CompleteInterview;
import org.palabre.queues.CompanyCommand.JoinQueue;
import org.palabre.queues.CompanyCommand.StartInterview;
import org.palabre.queues.CompanyCommand.StartNextInterview;
import org.palabre.queues.CompanyId;
import org.palabre.queues.InscriptionId;
import org.palabre.queues.QueueQuery.CompanyName;
import org.palabre.queues.QueueQuery.InscriptionView;
import org.palabre.queues.StudentCommand.LeaveQueue;
import org.palabre.queues.StudentId;
import org.palabre.queues.StudentStatus;
import org.palabre.shared.Actor;
import org.palabre.shared.Actor.Role;
import org.palabre.shared.Refused;
import org.springframework.stereotype.Component;

/**
 * Brings students and companies together. Each command decides over both in one unit of work, so that a student is in one
 * interview at most and a company in no more than its slots. They are always loaded company first, so that no two wait
 * for each other.
 */
@Component
class InterviewCommands {

    private final Repository<Company> companies;
    private final Repository<Student> students;
    private final StoredStudents storedStudents;

    InterviewCommands(Repository<Company> companies, Repository<Student> students, StoredStudents storedStudents) {
        this.companies = companies;
        this.students = students;
        this.storedStudents = storedStudents;
    }

    @CommandHandler
    InscriptionView handle(JoinQueue command, Actor actor) {
        var studentId = StudentId.of(actor.must(Role.STUDENT).id());
        var company = met(companies.load(command.companyId().toString()));
        var student = profile(studentId);
        company.execute(it -> it.join(command.inscriptionId(), studentId));
        student.execute(it -> it.join(command.companyId(), command.inscriptionId()));
        return company.invoke(it -> it.view(command.inscriptionId()));
    }

    @CommandHandler
    void handle(LeaveQueue command, Actor actor) {
        var studentId = StudentId.of(actor.must(Role.STUDENT).id());
        var companyId = storedStudents.companyOf(studentId, command.inscriptionId());
        var company = met(companies.load(companyId.toString()));
        company.execute(it -> it.leave(command.inscriptionId()));
        students.load(studentId.toString()).execute(it -> it.leave(companyId, command.inscriptionId()));
    }

    @CommandHandler
    InscriptionView handle(StartInterview command, Actor actor) {
        var company = stand(command.companyId(), actor);
        return start(company, company.invoke(it -> it.startable(command.inscriptionId())));
    }

    @CommandHandler
    InscriptionView handle(StartNextInterview command, Actor actor) {
        var company = stand(command.companyId(), actor);
        company.execute(Company::refuseUnlessReady);
        var next = company.invoke(Company::waiting).stream()
                .filter(inscription -> storedStudents.available(inscription.studentId()))
                .filter(inscription ->
                        students.load(inscription.studentId().toString()).invoke(Student::available))
                .findFirst()
                .orElseThrow(() -> new Refused(NOBODY_AVAILABLE));
        return start(company, next);
    }

    @CommandHandler
    InscriptionView handle(CompleteInterview command, Actor actor) {
        var company = stand(command.companyId(), actor);
        var inscription = company.invoke(it -> it.running(command.inscriptionId()));
        leaveInterview(command.companyId(), inscription, StudentStatus.PAUSED);
        company.execute(it -> it.complete(inscription));
        return company.invoke(it -> it.view(command.inscriptionId()));
    }

    @CommandHandler
    InscriptionView handle(CancelInterview command, Actor actor) {
        var company = stand(command.companyId(), actor);
        var inscription = company.invoke(it -> it.running(command.inscriptionId()));
        leaveInterview(command.companyId(), inscription, StudentStatus.AVAILABLE);
        company.execute(it -> it.cancel(inscription));
        return company.invoke(it -> it.view(command.inscriptionId()));
    }

    private Aggregate<Company> stand(CompanyId companyId, Actor actor) {
        var stand = actor.company();
        var company = companies.load(companyId.toString());
        company.execute(it -> CompanyCommands.identify(it, stand, companyId));
        return met(company);
    }

    private InscriptionView start(Aggregate<Company> company, Inscription inscription) {
        InscriptionId id = inscription.id();
        var view = company.invoke(Company::view);
        students.load(inscription.studentId().toString())
                .execute(student -> student.enter(new CompanyName(view.id(), view.name()), id));
        company.execute(it -> it.start(inscription));
        return company.invoke(it -> it.view(id));
    }

    private void leaveInterview(CompanyId companyId, Inscription inscription, StudentStatus next) {
        students.load(inscription.studentId().toString())
                .execute(student -> student.leaveInterview(companyId, inscription.id(), next));
    }

    private Aggregate<Student> profile(StudentId studentId) {
        try {
            return students.load(studentId.toString());
        } catch (AggregateNotFoundException none) {
            throw new Refused(NO_STUDENT_PROFILE);
        }
    }
}
