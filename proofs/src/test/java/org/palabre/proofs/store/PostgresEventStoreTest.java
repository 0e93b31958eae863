package org.palabre.proofs.store;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.palabre.platform.OneShape;

/** The store of the standalone shape. */
@OneShape("it is about the event store in PostgreSQL")
class PostgresEventStoreTest extends EventStoreContract {

    @TempDir
    private static Path home;

    private static Server server;
    private static HikariDataSource database;
    private static Subject subject;

    @BeforeAll
    static void start() {
        server = new Server(home);
        database = server.newDatabase("contract");
        subject = Subject.ours(database);
    }

    @AfterAll
    static void stop() {
        try (var _ = server;
                var _ = database;
                var _ = subject) {
            // in this order: whoever needs another goes first
        }
    }

    @Override
    EventStore store() {
        return subject.events();
    }

    @Override
    void append(DomainEventMessage<?>... events) {
        subject.transactions().executeWithoutResult(_ -> subject.events().publish(events));
    }

    @Override
    boolean isConflict(Throwable refusal) {
        return refusal instanceof ConcurrencyException;
    }
}
