package org.palabre.proofs.store;

import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.palabre.eventstore.EventSerializer;
import org.palabre.eventstore.EventTypes;
import org.palabre.eventstore.MasterKey;
import org.palabre.eventstore.PersonalKeys;
import org.palabre.eventstore.WrappedKeys;
import org.palabre.platform.AxonServer;

/** The store of the distributed shape. */
@Tag("around-axon-server")
class AxonServerEventStoreTest extends EventStoreContract {

    private static AxonServerConnectionManager connections;
    private static EventStore store;

    @BeforeAll
    static void connect() {
        var server = AxonServer.named();
        server.empty();
        var settings = AxonServerConfiguration.builder()
                .servers(server.address())
                .componentName("contract")
                .build();
        connections = AxonServerConnectionManager.builder()
                .axonServerConfiguration(settings)
                .build();
        connections.start();
        store = AxonServerEventStore.builder()
                .configuration(settings)
                .platformConnectionManager(connections)
                .eventSerializer(serializer())
                .snapshotSerializer(serializer())
                .snapshotFilter(SnapshotFilter.allowAll())
                .build();
    }

    @AfterAll
    static void disconnect() {
        connections.shutdown();
    }

    @Override
    EventStore store() {
        return store;
    }

    @Override
    void append(DomainEventMessage<?>... events) {
        store.publish(events);
    }

    @Override
    boolean isConflict(Throwable refusal) {
        return refusal instanceof StatusRuntimeException told
                && told.getStatus().getCode() == Code.OUT_OF_RANGE;
    }

    /** Nothing that is written here is about a person. */
    private static EventSerializer serializer() {
        var none = new WrappedKeys() {

            @Override
            public Optional<WrappedKey> find(UUID subject) {
                return Optional.empty();
            }

            @Override
            public void add(UUID subject, WrappedKey key) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void destroy(UUID subject) {
                throw new UnsupportedOperationException();
            }
        };
        var master = MasterKey.of(Base64.getEncoder().encodeToString(new byte[32]));
        return new EventSerializer(new EventTypes(List.of(NoteEvent.class)), new PersonalKeys(none, master));
    }
}
