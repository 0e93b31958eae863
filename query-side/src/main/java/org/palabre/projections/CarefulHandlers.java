package org.palabre.projections;

import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.HandlerEnhancerDefinition;
import org.axonframework.messaging.annotation.MessageHandlingMember;
import org.axonframework.messaging.annotation.WrappedMessageHandlingMember;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.palabre.web.Outage;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Handles the events of a batch in one go, and notes how far each aggregate has got. When an event fails, its batch is
 * rolled back and done again with a savepoint before each event, so that one that cannot be handled is parked and takes
 * nothing else along.
 */
class CarefulHandlers implements HandlerEnhancerDefinition {

    private final PlatformTransactionManager transactions;
    private final AppliedPositions positions;
    private volatile boolean again;

    CarefulHandlers(PlatformTransactionManager transactions, AppliedPositions positions) {
        this.transactions = transactions;
        this.positions = positions;
    }

    /**
     * Lets an event be parked that failed alone, and by its own fault.
     *
     * @throws BatchFailed when others may have gone along with it, or when what it needs is away
     */
    void requireCare(Throwable cause) {
        if (!careful() || Outage.isBehind(cause)) {
            throw new BatchFailed(cause);
        }
    }

    /** A parked event that is tried again is alone. */
    private boolean careful() {
        return again || !(CurrentUnitOfWork.get() instanceof BatchingUnitOfWork<?>);
    }

    private Batch batch() {
        var work = CurrentUnitOfWork.get().root();
        return Batch.in(work).orElseGet(() -> {
            work.onRollback(_ -> again = true);
            work.afterCommit(_ -> again = false);
            return Batch.begin(work, careful() ? List.of() : ((BatchingUnitOfWork<?>) work).getMessages(), positions);
        });
    }

    /** The batch is to be done again, with care. */
    static final class BatchFailed extends RuntimeException {

        private BatchFailed(Throwable cause) {
            super("An event of the batch failed; doing it again", cause);
        }
    }

    @Override
    public <T> MessageHandlingMember<T> wrapHandler(MessageHandlingMember<T> original) {
        return new Careful<>(original);
    }

    private final class Careful<T> extends WrappedMessageHandlingMember<T> {

        private final MessageHandlingMember<T> handler;
        private final TransactionTemplate savepoint = new TransactionTemplate(transactions);

        private Careful(MessageHandlingMember<T> handler) {
            super(handler);
            this.handler = handler;
            savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        }

        @Override
        public Object handle(Message<?> message, T target) throws Exception {
            var batch = batch();
            if (careful()) {
                handleWhollyOrNotAtAll(message, target, batch);
            } else {
                handler.handle(message, target);
            }
            if (message instanceof DomainEventMessage<?> event) {
                batch.add(event);
            }
            return Optional.empty();
        }

        private void handleWhollyOrNotAtAll(Message<?> message, T target, Batch batch) throws Exception {
            var failure = savepoint.execute(status -> {
                try {
                    handler.handle(message, target);
                    batch.save();
                    return Optional.<Exception>empty();
                } catch (Exception thrown) {
                    status.setRollbackOnly();
                    batch.forget();
                    return Optional.of(thrown);
                }
            });
            if (failure.isPresent()) {
                throw failure.get();
            }
        }
    }
}
