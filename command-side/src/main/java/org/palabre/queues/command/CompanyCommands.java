package org.palabre.queues.command;

import static org.palabre.handling.Precondition.met;
import static org.palabre.queues.QueueRefusal.NAME_TAKEN;

import java.util.Locale;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.palabre.claims.Claims;
import org.palabre.queues.AccessToken;
import org.palabre.queues.CompanyCommand.ChangeCompany;
import org.palabre.queues.CompanyCommand.NewToken;
import org.palabre.queues.CompanyCommand.OpenCompany;
import org.palabre.queues.CompanyCommand.RegenerateToken;
import org.palabre.queues.CompanyCommand.RemoveCompany;
import org.palabre.queues.CompanyEvent.CompanyOpened;
import org.palabre.queues.CompanyId;
import org.palabre.queues.QueueQuery.CompanyView;
import org.palabre.queues.StudentStatus;
import org.palabre.shared.Actor;
import org.palabre.shared.Actor.Role;
import org.palabre.shared.Change;
import org.springframework.stereotype.Component;

/** Opens, changes and removes companies; a name belongs to one of them. */
@Component
class CompanyCommands {

    private static final String NAME = "company-name";

    private final Repository<Company> companies;
    private final Repository<Student> students;
    private final Claims claims;

    CompanyCommands(Repository<Company> companies, Repository<Student> students, Claims claims) {
        this.companies = companies;
        this.students = students;
        this.claims = claims;
    }

    @CommandHandler
    NewToken handle(OpenCompany command, Actor actor) throws Exception {
        actor.must(Role.ADMIN);
        var token = AccessToken.next();
        claims.take(NAME, normal(command.name()), command.companyId().value(), NAME_TAKEN);
        var company = companies.newInstance(() -> new Company(new CompanyOpened(
                command.companyId(),
                command.name(),
                command.maxConcurrentInterviews(),
                command.maxQueueSize(),
                AccessToken.hash(token))));
        return new NewToken(company.invoke(Company::view), token);
    }

    @CommandHandler
    CompanyView handle(ChangeCompany command, Actor actor) {
        if (!(actor instanceof Actor.Company)) {
            actor.must(Role.ADMIN);
        }
        var company = companies.load(command.companyId().toString());
        if (actor instanceof Actor.Company stand) {
            company.execute(it -> identify(it, stand, command.companyId()));
        }
        met(company);
        if (command.name() instanceof Change.Set<String>(String name)) {
            actor.must(Role.ADMIN);
            rename(command.companyId(), company.invoke(Company::name), name);
        }
        company.execute(it -> it.change(command));
        return company.invoke(Company::view);
    }

    @CommandHandler
    NewToken handle(RegenerateToken command, Actor actor) {
        actor.must(Role.ADMIN);
        var token = AccessToken.next();
        var company = met(companies.load(command.companyId().toString()));
        company.execute(it -> it.regenerateToken(AccessToken.hash(token)));
        return new NewToken(company.invoke(Company::view), token);
    }

    @CommandHandler
    void handle(RemoveCompany command, Actor actor) {
        actor.must(Role.ADMIN);
        var company = met(companies.load(command.companyId().toString()));
        for (var inscription : company.invoke(Company::running).stream()
                .sorted(java.util.Comparator.comparing(each -> each.studentId().toString()))
                .toList()) {
            students.load(inscription.studentId().toString())
                    .execute(student ->
                            student.leaveInterview(command.companyId(), inscription.id(), StudentStatus.AVAILABLE));
        }
        var name = company.invoke(Company::name);
        company.execute(Company::remove);
        claims.release(NAME, normal(name), command.companyId().value());
    }

    static void identify(Company company, Actor.Company stand, CompanyId companyId) {
        if (!stand.id().equals(companyId.value())) {
            throw new org.palabre.shared.Refused(org.palabre.shared.Refused.Common.NOT_FOUND);
        }
        company.identify(stand.tokenHash());
    }

    private void rename(CompanyId companyId, String from, String to) {
        if (!normal(from).equals(normal(to))) {
            claims.move(NAME, normal(from), normal(to), companyId.value(), NAME_TAKEN);
        }
    }

    private static String normal(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
