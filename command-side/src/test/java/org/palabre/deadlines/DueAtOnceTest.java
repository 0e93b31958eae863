package org.palabre.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

@Timeout(30)
class DueAtOnceTest {

    private static final Instant NOW = Instant.parse("2027-03-01T09:00:00Z");
    private static final TaskInstanceId DEADLINE = TaskInstanceId.of("command", "alarm");

    private final AtomicInteger looks = new AtomicInteger();
    private final TransactionTemplate transactions = new TransactionTemplate(new Nowhere());
    private final DueAtOnce due = new DueAtOnce(Clock.fixed(NOW, ZoneOffset.UTC), looks::incrementAndGet);

    @Test
    void what_is_due_is_looked_for_once_it_can_be_seen() {
        transactions.executeWithoutResult(_ -> {
            due.onExecutionScheduled(DEADLINE, NOW);
            aMomentPasses();
            assertThat(looks).hasValue(0);
        });

        await().until(() -> looks.get() == 1);
    }

    @Test
    void what_is_set_without_a_transaction_can_be_seen_already() {
        due.onExecutionScheduled(DEADLINE, NOW);

        await().until(() -> looks.get() == 1);
    }

    @Test
    void what_is_later_or_taken_back_is_not_looked_for() {
        due.onExecutionScheduled(DEADLINE, NOW.plusMillis(1));
        transactions.executeWithoutResult(transaction -> {
            due.onExecutionScheduled(DEADLINE, NOW);
            transaction.setRollbackOnly();
        });

        aMomentPasses();
        assertThat(looks).hasValue(0);
    }

    @Test
    void a_crowd_is_looked_for_together_and_nobody_after_it_is_forgotten() {
        for (int i = 0; i < 10_000; i++) {
            transactions.executeWithoutResult(_ -> due.onExecutionScheduled(DEADLINE, NOW));
        }
        aMomentPasses();
        await().until(() -> looks.get() > 0);
        assertThat(looks).hasValueLessThan(10_000);

        var before = looks.get();
        due.onExecutionScheduled(DEADLINE, NOW);
        await().until(() -> looks.get() > before);
    }

    /** Whatever was about to be looked for before is looked for by then. */
    private void aMomentPasses() {
        var later = new CompletableFuture<Void>();
        var another = new DueAtOnce(Clock.fixed(NOW, ZoneOffset.UTC), () -> later.complete(null));
        Thread.ofVirtual().start(() -> another.onExecutionScheduled(DEADLINE, NOW));
        later.join();
    }

    /** Transactions on nothing. */
    private static final class Nowhere extends AbstractPlatformTransactionManager {

        @Override
        protected Object doGetTransaction() {
            return this;
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {}

        @Override
        protected void doCommit(DefaultTransactionStatus status) {}

        @Override
        protected void doRollback(DefaultTransactionStatus status) {}
    }
}
