package org.palabre.deadlines;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.palabre.eventstore.Transactions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Has deadlines that are due as soon as they are set looked for a moment after their transaction has committed. Sooner,
 * nobody would see them, and they would wait for the next round; and those of a crowd are taken together.
 */
@Component
class DueAtOnce extends AbstractSchedulerListener {

    private static final Executor IN_A_MOMENT = CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS);

    private final Clock clock;
    private final Runnable look;
    private final AtomicBoolean aboutToLook = new AtomicBoolean();

    /** @param scheduler which is given its listeners first, and cannot be got any more once the platform stops */
    @Autowired
    DueAtOnce(Clock clock, ObjectProvider<Scheduler> scheduler) {
        var known = SingletonSupplier.of(scheduler::getObject);
        this(clock, () -> known.obtain().triggerCheckForDueExecutions());
    }

    DueAtOnce(Clock clock, Runnable look) {
        this.clock = clock;
        this.look = look;
    }

    @Override
    public void onExecutionScheduled(TaskInstanceId deadline, Instant at) {
        if (!at.isAfter(clock.instant())) {
            Transactions.afterCommit(this::lookInAMoment);
        }
    }

    private void lookInAMoment() {
        if (aboutToLook.compareAndSet(false, true)) {
            IN_A_MOMENT.execute(() -> {
                aboutToLook.set(false);
                look.run();
            });
        }
    }
}
