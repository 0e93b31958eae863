package org.palabre.queues;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.palabre.shared.Change;

/** What one may ask of a company and its queue. */
public sealed interface CompanyCommand {

    @TargetAggregateIdentifier
    CompanyId companyId();

    /** Answered by a {@link NewToken}. */
    record OpenCompany(
            CompanyId companyId,
            String name,
            int maxConcurrentInterviews,
            @Nullable Integer maxQueueSize) implements CompanyCommand {}

    /** Answered by the {@link QueueQuery.CompanyView}. */
    record ChangeCompany(
            CompanyId companyId,
            Change<String> name,
            Change<CompanyStatus> status,
            Change<Integer> maxConcurrentInterviews,
            Change<Integer> maxQueueSize)
            implements CompanyCommand {}

    /** Answered by a {@link NewToken}; the old one is dead at once. */
    record RegenerateToken(CompanyId companyId) implements CompanyCommand {}

    /** Cancels the interviews that run, and ends the queue. */
    record RemoveCompany(CompanyId companyId) implements CompanyCommand {}

    /** Answered by the {@link QueueQuery.InscriptionView}. */
    record JoinQueue(CompanyId companyId, InscriptionId inscriptionId) implements CompanyCommand {}

    /** Answered by the {@link QueueQuery.InscriptionView}. */
    record StartInterview(CompanyId companyId, InscriptionId inscriptionId) implements CompanyCommand {}

    /** Starts with the first inscription whose student is available. Answered by the {@link QueueQuery.InscriptionView}. */
    record StartNextInterview(CompanyId companyId) implements CompanyCommand {}

    /** Answered by the {@link QueueQuery.InscriptionView}. */
    record CompleteInterview(CompanyId companyId, InscriptionId inscriptionId) implements CompanyCommand {}

    /** Takes back an interview that was started by mistake. Answered by the {@link QueueQuery.InscriptionView}. */
    record CancelInterview(CompanyId companyId, InscriptionId inscriptionId) implements CompanyCommand {}

    /**
     * A company with its new access token.
     *
     * @param accessToken the secret in clear: shown this once, kept only as a hash
     */
    record NewToken(QueueQuery.CompanyView company, String accessToken) {

        /** Shows the company only, so that no log holds the secret. */
        @Override
        public String toString() {
            return "NewToken[" + company.id() + "]";
        }
    }
}
