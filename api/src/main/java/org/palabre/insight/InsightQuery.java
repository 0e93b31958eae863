package org.palabre.insight;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.palabre.shared.Page;

/** What one may ask about the platform itself, and the shapes of the answers. */
public sealed interface InsightQuery {

    /** Answered by a {@link ProjectionPage}, by name. */
    record FindProjections(Page.Request page) implements InsightQuery {}

    /** Answered by a {@link DeadLetterPage}, newest first. */
    record FindDeadLetters(Page.Request page) implements InsightQuery {}

    record ProjectionPage(long count, List<ProjectionView> rows) implements Page<ProjectionView> {}

    record DeadLetterPage(long count, List<DeadLetterView> rows) implements Page<DeadLetterView> {}

    enum ProjectionStatus {
        LIVE,
        REPLAYING,
        FAILED
    }

    /**
     * How far a projection is; while it is replayed, how far its next generation is.
     *
     * @param lag events behind the newest
     * @param progress 0 to 1
     */
    record ProjectionView(String name, ProjectionStatus status, long lag, double progress) {}

    /**
     * An event that a projection could not apply, or that waits behind one.
     *
     * @param attempts how often it was tried again since
     */
    record DeadLetterView(
            String id,
            String projection,
            ParkedEvent event,
            @Nullable String cause,
            int attempts,
            Instant createdAt,
            @Nullable Instant lastTriedAt) {}

    record ParkedEvent(String id, String type, AggregateReference aggregate) {}

    record AggregateReference(String type, String id) {}
}
