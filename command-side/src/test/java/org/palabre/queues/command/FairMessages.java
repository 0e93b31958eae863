package org.palabre.queues.command;

import static org.palabre.queues.command.People.firstToken;
import static org.palabre.queues.command.People.student;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.palabre.accounts.AccountId;
import org.palabre.queues.CompanyCommand.ChangeCompany;
import org.palabre.queues.CompanyEvent.CompanyOpened;
import org.palabre.queues.CompanyEvent.InterviewCancelled;
import org.palabre.queues.CompanyEvent.InterviewCompleted;
import org.palabre.queues.CompanyEvent.InterviewStarted;
import org.palabre.queues.CompanyEvent.StudentJoined;
import org.palabre.queues.CompanyEvent.StudentLeft;
import org.palabre.queues.CompanyId;
import org.palabre.queues.CompanyStatus;
import org.palabre.queues.InscriptionId;
import org.palabre.queues.StudentEvent.InterviewEntered;
import org.palabre.queues.StudentEvent.InterviewLeft;
import org.palabre.queues.StudentEvent.ProfileCreated;
import org.palabre.queues.StudentEvent.QueueJoined;
import org.palabre.queues.StudentEvent.QueueLeft;
import org.palabre.queues.StudentStatus;
import org.palabre.shared.Actor.Account;
import org.palabre.shared.Change;
import org.palabre.shared.DomainEvent;
import org.palabre.shared.Ids;
import org.palabre.shared.Personal;

/** What is said and done at the fair, in few words. */
final class FairMessages {

    static final String COMPANY_NAME = "Sahel Énergie";

    private FairMessages() {}

    /** A student's first inscription at a company. */
    static InscriptionId at(CompanyId company, Account student) {
        return at(company, student, 1);
    }

    /** A student's inscription at a company, counted from 1. */
    static InscriptionId at(CompanyId company, Account student, int time) {
        return new InscriptionId(Ids.derived(
                "inscription " + time,
                new UUID(company.value().getLeastSignificantBits(), student.id().getLeastSignificantBits())));
    }

    static CompanyOpened opened(CompanyId company, int slots) {
        return opened(company, slots, null);
    }

    static CompanyOpened opened(CompanyId company, int slots, @Nullable Integer limit) {
        return new CompanyOpened(company, COMPANY_NAME, slots, limit, firstToken(company));
    }

    static ProfileCreated profile(Account student) {
        return new ProfileCreated(
                student(student),
                new AccountId(student.id()),
                Personal.of(student.id(), "Ada"),
                Personal.of(student.id(), "Lovelace"));
    }

    static DomainEvent[] joined(CompanyId company, Account student, int position) {
        return joined(company, student, at(company, student), position);
    }

    static DomainEvent[] joined(CompanyId company, Account student, InscriptionId inscription, int position) {
        return new DomainEvent[] {
            new StudentJoined(company, inscription, student(student), position),
            new QueueJoined(student(student), company, inscription)
        };
    }

    static DomainEvent[] left(CompanyId company, Account student) {
        return new DomainEvent[] {
            new StudentLeft(company, at(company, student), student(student)),
            new QueueLeft(student(student), company, at(company, student))
        };
    }

    static DomainEvent[] started(CompanyId company, Account student) {
        return new DomainEvent[] {
            new InterviewEntered(student(student), company, COMPANY_NAME, at(company, student)),
            new InterviewStarted(company, at(company, student), student(student))
        };
    }

    static DomainEvent[] completed(CompanyId company, Account student) {
        return new DomainEvent[] {
            new InterviewLeft(student(student), company, at(company, student), StudentStatus.PAUSED),
            new InterviewCompleted(company, at(company, student), student(student))
        };
    }

    static DomainEvent[] cancelled(CompanyId company, Account student) {
        return new DomainEvent[] {
            new InterviewLeft(student(student), company, at(company, student), StudentStatus.AVAILABLE),
            new InterviewCancelled(company, at(company, student), student(student))
        };
    }

    static ChangeCompany rename(CompanyId company, String name) {
        return new ChangeCompany(company, Change.to(name), Change.keep(), Change.keep(), Change.keep());
    }

    static ChangeCompany pause(CompanyId company) {
        return become(company, CompanyStatus.PAUSED);
    }

    static ChangeCompany become(CompanyId company, CompanyStatus status) {
        return new ChangeCompany(company, Change.keep(), Change.to(status), Change.keep(), Change.keep());
    }

    static ChangeCompany slots(CompanyId company, int slots) {
        return new ChangeCompany(company, Change.keep(), Change.keep(), Change.to(slots), Change.keep());
    }

    static ChangeCompany limit(CompanyId company, @Nullable Integer limit) {
        return new ChangeCompany(company, Change.keep(), Change.keep(), Change.keep(), Change.to(limit));
    }
}
