package org.palabre.insight;

/** What one may ask of the platform itself. */
public sealed interface InsightCommand {

    /** Builds a projection anew beside the one that is read. Answered by the {@link InsightQuery.ProjectionView}. */
    record ReplayProjection(String name) implements InsightCommand {}

    /** Tries the parked events of one aggregate again. Answered by the {@link InsightQuery.DeadLetterView}. */
    record RetryDeadLetter(String id) implements InsightCommand {}

    /** Gives a parked event up: its projection will never have seen it. */
    record DiscardDeadLetter(String id) implements InsightCommand {}
}
