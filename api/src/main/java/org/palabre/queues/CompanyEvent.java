package org.palabre.queues;

import org.jspecify.annotations.Nullable;
import org.palabre.shared.DomainEvent;

/** What has happened to a company and its queue. */
public sealed interface CompanyEvent extends DomainEvent {

    CompanyId companyId();

    /**
     * A company got its stand.
     *
     * @param tokenHash SHA-256 of the access token, in hexadecimal
     */
    record CompanyOpened(
            CompanyId companyId,
            String name,
            int maxConcurrentInterviews,
            @Nullable Integer maxQueueSize,
            String tokenHash)
            implements CompanyEvent {}

    record CompanyRenamed(CompanyId companyId, String name) implements CompanyEvent {}

    record RecruitingPaused(CompanyId companyId) implements CompanyEvent {}

    record RecruitingResumed(CompanyId companyId) implements CompanyEvent {}

    record SlotsChanged(CompanyId companyId, int maxConcurrentInterviews) implements CompanyEvent {}

    record QueueLimitChanged(CompanyId companyId, @Nullable Integer maxQueueSize) implements CompanyEvent {}

    record AccessTokenRegenerated(CompanyId companyId, String tokenHash) implements CompanyEvent {}

    record CompanyRemoved(CompanyId companyId) implements CompanyEvent {}

    /**
     * A student took the next place.
     *
     * @param position counts from 1, and is never given again
     */
    record StudentJoined(CompanyId companyId, InscriptionId inscriptionId, StudentId studentId, int position)
            implements CompanyEvent {}

    record StudentLeft(CompanyId companyId, InscriptionId inscriptionId, StudentId studentId) implements CompanyEvent {}

    record InterviewStarted(CompanyId companyId, InscriptionId inscriptionId, StudentId studentId)
            implements CompanyEvent {}

    record InterviewCompleted(CompanyId companyId, InscriptionId inscriptionId, StudentId studentId)
            implements CompanyEvent {}

    record InterviewCancelled(CompanyId companyId, InscriptionId inscriptionId, StudentId studentId)
            implements CompanyEvent {}
}
