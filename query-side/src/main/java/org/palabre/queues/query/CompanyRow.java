package org.palabre.queues.query;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.palabre.projections.Row;
import org.palabre.queues.CompanyEvent.CompanyOpened;
import org.palabre.queues.CompanyId;
import org.palabre.queues.CompanyStatus;

/** A company and its counts. */
class CompanyRow implements Row {

    CompanyId id;
    String name;
    CompanyStatus status;
    int maxConcurrentInterviews;

    @Nullable
    Integer maxQueueSize;

    String tokenHash;
    int waitingCount;
    int interviewingCount;
    int completedCount;
    double interviewSeconds;
    long version;

    @JsonCreator
    @SuppressWarnings("NullAway.Init") // its fields are read from the table
    private CompanyRow() {}

    CompanyRow(CompanyOpened opened) {
        id = opened.companyId();
        name = opened.name();
        status = CompanyStatus.RECRUITING;
        maxConcurrentInterviews = opened.maxConcurrentInterviews();
        maxQueueSize = opened.maxQueueSize();
        tokenHash = opened.tokenHash();
    }

    @Override
    public UUID id() {
        return id.value();
    }
}
