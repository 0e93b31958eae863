package org.palabre.web;

import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.query.AxonServerQueryBus;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Queries where the sides meet through Axon Server. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "true")
class DistributedConfiguration {

    /** What this process can answer it answers itself; the rest is asked of the other side. */
    @Bean
    AxonServerQueryBus queryBus(
            AxonServerConnectionManager connections,
            AxonServerConfiguration settings,
            QueryUpdateEmitter updates,
            @Qualifier("messageSerializer") Serializer messages,
            Serializer general) {
        return AxonServerQueryBus.builder()
                .axonServerConnectionManager(connections)
                .configuration(settings)
                .localSegment(
                        SimpleQueryBus.builder().queryUpdateEmitter(updates).build())
                .updateEmitter(updates)
                .messageSerializer(messages)
                .genericSerializer(general)
                .enabledLocalSegmentShortCut()
                .build();
    }
}
