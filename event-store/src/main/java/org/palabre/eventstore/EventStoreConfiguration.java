package org.palabre.eventstore;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.GenericEventMessage;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** The event store: in PostgreSQL, or in Axon Server where that one is used. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class EventStoreConfiguration {

    @Bean
    @ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "false")
    PostgresEventStorageEngine eventStorageEngine(
            DataSource dataSource, EventSerializer serializer, Configuration axon) {
        publishWithPrecision(Duration.ofNanos(1_000));
        return new PostgresEventStorageEngine(dataSource, serializer, axon.upcasterChain(), axon.snapshotFilter());
    }

    @Bean
    @ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "false")
    PostgresEventStore eventStore(PostgresEventStorageEngine engine, MeterRegistry meters) {
        return new PostgresEventStore(engine, meters);
    }

    /** Unlike Axon's own, it writes snapshots as it writes events: what is personal is encrypted in both. */
    @Bean
    @ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "true")
    AxonServerEventStore axonServerEventStore(
            AxonServerConfiguration axonServer,
            AxonServerConnectionManager connections,
            EventSerializer serializer,
            Configuration axon) {
        publishWithPrecision(Duration.ofMillis(1));
        return AxonServerEventStore.builder()
                .configuration(axonServer)
                .platformConnectionManager(connections)
                .snapshotSerializer(serializer)
                .eventSerializer(serializer)
                .snapshotFilter(axon.snapshotFilter())
                .upcasterChain(axon.upcasterChain())
                .build();
    }

    /** What is published has the precision of what is stored, so that a decision and its replay show the same instant. */
    private static void publishWithPrecision(Duration precision) {
        GenericEventMessage.clock = Clock.tick(Clock.systemUTC(), precision);
    }
}
