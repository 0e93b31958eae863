package org.palabre.eventstore;

import io.micrometer.core.instrument.MeterRegistry;
import javax.sql.DataSource;
import org.axonframework.config.Configuration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** The event store in PostgreSQL; where Axon Server is used, that one is the store. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "false")
class EventStoreConfiguration {

    @Bean
    PostgresEventStorageEngine eventStorageEngine(
            DataSource dataSource, EventSerializer serializer, Configuration axon) {
        return new PostgresEventStorageEngine(dataSource, serializer, axon.upcasterChain(), axon.snapshotFilter());
    }

    @Bean
    PostgresEventStore eventStore(PostgresEventStorageEngine engine, MeterRegistry meters) {
        return new PostgresEventStore(engine, meters);
    }
}
