package org.palabre.gatherings.command;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.Repository;
import org.palabre.deadlines.DeadlinesInMemory;
import org.palabre.shared.Refused;
import org.palabre.shared.Refused.Common;

/** A village in memory, where people gather: what somebody does, and what comes of it. */
final class Village {

    static final Instant NOW = Instant.parse("2030-01-01T12:00:00Z");

    private static final int ATTEMPTS = 8;

    final DeadlinesInMemory deadlines = new DeadlinesInMemory();
    final Repository<Participation> participations;
    final Seats seats;

    private final InMemoryEventStorageEngine engine = new InMemoryEventStorageEngine();
    final EventStore store = EmbeddedEventStore.builder().storageEngine(engine).build();
    final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);

    Village() {
        participations = repository(Participation.class);
        seats = newSeats();
    }

    /** The seats as another process has them, which has seen nothing yet. */
    Seats newSeats() {
        return new Seats(
                new SeatBlocks(repository(SeatBlock.class), store), participations, deadlines.deadlines(), clock);
    }

    /** Does something in a unit of work, and again where that collides. */
    <T> T does(Callable<T> something) {
        for (var attempt = 1; ; attempt++) {
            var work = DefaultUnitOfWork.startAndGet(GenericCommandMessage.asCommandMessage("something"));
            var result = work.executeWithResult(something);
            if (!result.isExceptional()) {
                return result.getPayload();
            }
            if (attempt == ATTEMPTS
                    || !(result.exceptionResult() instanceof Refused refused)
                    || !refused.is(Common.CONFLICT)) {
                throw result.exceptionResult() instanceof RuntimeException failure
                        ? failure
                        : new IllegalStateException(result.exceptionResult());
            }
        }
    }

    void does(Doing something) {
        does(() -> {
            something.run();
            return true;
        });
    }

    interface Doing {

        void run() throws Exception;
    }

    /** All that has ever happened. */
    List<Object> history() {
        return engine.readEvents(null, false).<Object>map(Message::getPayload).toList();
    }

    <T> Repository<T> repository(Class<T> type) {
        return EventSourcingRepository.builder(type).eventStore(store).build();
    }
}
