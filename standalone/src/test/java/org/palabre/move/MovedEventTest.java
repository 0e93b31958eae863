package org.palabre.move;

import static org.assertj.core.api.Assertions.assertThat;

import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.event.Event;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.axonserver.connector.event.axon.GrpcBackedDomainEventData;
import org.axonframework.axonserver.connector.event.axon.GrpcMetaDataAwareSerializer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.palabre.accounts.AccountEvent.AccountRegistered;
import org.palabre.accounts.AccountId;
import org.palabre.accounts.Language;
import org.palabre.eventstore.EventSerializer;
import org.palabre.eventstore.EventTypes;
import org.palabre.eventstore.MasterKey;
import org.palabre.eventstore.PersonalKeys;
import org.palabre.eventstore.PostgresEventStorageEngine;
import org.palabre.eventstore.StoredKeys;
import org.palabre.platform.OneShape;
import org.palabre.shared.Personal;

/** What is moved is what Axon would have sent, and what it reads again. */
@OneShape("it starts no platform")
class MovedEventTest {

    private static final Instant AT = Instant.parse("2026-11-21T10:20:30.123456Z");

    private final String url = TestDatabases.fresh();
    private final OpenDatabase database = OpenDatabase.ofCommandSide(DatabaseAddress.of(url, "postgres", ""));
    private final EventSerializer serializer = new EventSerializer(
            new EventTypes(),
            new PersonalKeys(new StoredKeys(database.dataSource()), MasterKey.of("A".repeat(43) + "=")));
    private final PostgresEventStorageEngine engine = new PostgresEventStorageEngine(
            database.dataSource(), serializer, NoOpEventUpcaster.INSTANCE, snapshot -> true);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void axon_reads_from_it_what_the_store_gave() {
        var registered = registered();
        engine.appendEvents(List.of(registered));

        var moved = moved().getFirst();

        var read = read(moved);
        assertThat(read.getPayload()).isEqualTo(registered.getPayload());
        assertThat(read.getMetaData()).isEqualTo(registered.getMetaData());
        assertThat(read.getIdentifier()).isEqualTo(registered.getIdentifier());
        assertThat(read.getAggregateIdentifier()).isEqualTo(registered.getAggregateIdentifier());
        assertThat(read.getSequenceNumber()).isEqualTo(3);
        assertThat(read.getType()).isEqualTo("Account");
        assertThat(read.getTimestamp()).isEqualTo(AT.truncatedTo(ChronoUnit.MILLIS));
    }

    @Test
    void what_is_personal_stays_encrypted() {
        engine.appendEvents(List.of(registered()));

        assertThat(new String(moved().getFirst().toByteArray(), StandardCharsets.UTF_8))
                .contains("accounts.AccountRegistered")
                .doesNotContain("awa@example.org")
                .doesNotContain("Awa");
    }

    @Test
    void metadata_keep_their_kinds() {
        engine.appendEvents(List.of(registered().withMetaData(Map.of("text", "é", "number", 7L, "truth", true))));

        assertThat(moved().getFirst().getMetaDataMap())
                .containsEntry(
                        "text", MetaDataValue.newBuilder().setTextValue("é").build())
                .containsEntry(
                        "number", MetaDataValue.newBuilder().setNumberValue(7).build())
                .containsEntry(
                        "truth",
                        MetaDataValue.newBuilder().setBooleanValue(true).build());
    }

    @Test
    void an_event_of_no_aggregate_stays_one() {
        EventMessage<?> alone = new GenericEventMessage<>(registered().getPayload());
        engine.appendEvents(List.of(alone));

        assertThat(moved().getFirst().getAggregateIdentifier()).isEmpty();
        assertThat(moved().getFirst().getMessageIdentifier()).isEqualTo(alone.getIdentifier());
    }

    @Test
    void they_come_in_the_order_of_the_store() {
        var events = Stream.generate(MovedEventTest::registered).limit(1_200).toList();
        engine.appendEvents(events);

        assertThat(moved().stream().map(Event::getMessageIdentifier))
                .containsExactlyElementsOf(
                        events.stream().map(EventMessage::getIdentifier).toList());
        assertThat(new StoredEvents(database.dataSource()).count()).isEqualTo(1_200);
    }

    private List<Event> moved() {
        return new StoredEvents(database.dataSource()).read(Stream::toList);
    }

    private DomainEventMessage<?> read(Event event) {
        return EventStreamUtils.upcastAndDeserializeDomainEvents(
                        Stream.of(new GrpcBackedDomainEventData(event)),
                        new GrpcMetaDataAwareSerializer(serializer),
                        NoOpEventUpcaster.INSTANCE)
                .next();
    }

    private static DomainEventMessage<AccountRegistered> registered() {
        var id = UUID.randomUUID();
        return new GenericDomainEventMessage<>(
                "Account",
                id.toString(),
                3,
                new AccountRegistered(
                        new AccountId(id),
                        Personal.of(id, "awa@example.org"),
                        Personal.of(id, "Awa"),
                        Personal.of(id, "Koné"),
                        null,
                        null,
                        Language.FR),
                Map.of("actorKind", "account", "actor", id.toString()),
                UUID.randomUUID().toString(),
                AT);
    }
}
