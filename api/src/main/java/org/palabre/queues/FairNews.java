package org.palabre.queues;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Optional;
import org.palabre.queues.QueueQuery.CompanyView;
import org.palabre.queues.QueueQuery.InscriptionView;
import org.palabre.queues.QueueQuery.StudentView;

/** One thing that has just happened at the fair, as told to those it concerns. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = FairNews.QueueInscription.class, name = "queue_inscription"),
    @JsonSubTypes.Type(value = FairNews.InterviewStarted.class, name = "interview_started"),
    @JsonSubTypes.Type(value = FairNews.InterviewCompleted.class, name = "interview_completed"),
    @JsonSubTypes.Type(value = FairNews.StudentChanged.class, name = "student_status"),
    @JsonSubTypes.Type(value = FairNews.CompanyUpdated.class, name = "company_updated")
})
public sealed interface FairNews {

    /**
     * Follows what happens: with a student or a company what concerns them, with neither the whole fair. There is no
     * first answer, the updates are {@link FairNews}.
     */
    record FollowFair(Optional<StudentId> student, Optional<CompanyId> company) {}

    /** How somebody came into a queue or left it. */
    enum Action {
        JOINED,
        LEFT,
        RETURNED
    }

    record QueueInscription(Action action, InscriptionView inscription, StudentView student, CompanyView company)
            implements FairNews {}

    record InterviewStarted(InscriptionView inscription, StudentView student, CompanyView company)
            implements FairNews {}

    record InterviewCompleted(InscriptionView inscription, StudentView student, CompanyView company)
            implements FairNews {}

    record StudentChanged(StudentView student) implements FairNews {}

    record CompanyUpdated(CompanyView company) implements FairNews {}
}
