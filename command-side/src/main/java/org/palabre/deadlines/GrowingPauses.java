package org.palabre.deadlines;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import java.time.Duration;

/** What failed is tried again after a second, then after pauses that grow by half, up to five minutes. */
class GrowingPauses<T> implements FailureHandler<T> {

    private static final double FIRST_SECONDS = 1;
    private static final double GROWTH = 1.5;
    private static final double LONGEST_SECONDS = 300;

    @Override
    public void onFailure(ExecutionComplete failed, ExecutionOperations<T> deadline) {
        deadline.reschedule(failed, failed.getTimeDone().plus(after(failed.getExecution().consecutiveFailures)));
    }

    /** The pause after one more failure than this. */
    static Duration after(int failures) {
        var seconds = Math.min(FIRST_SECONDS * Math.pow(GROWTH, failures), LONGEST_SECONDS);
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
