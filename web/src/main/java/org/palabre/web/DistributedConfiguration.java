package org.palabre.web;

import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.query.AxonServerQueryBus;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.queryhandling.QueryExecutionException;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.serialization.Serializer;
import org.palabre.shared.Refused;
import org.palabre.shared.Refused.Common;
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
        var own = SimpleQueryBus.builder().queryUpdateEmitter(updates).build();
        own.registerHandlerInterceptor((_, chain) -> answered(chain));
        return AxonServerQueryBus.builder()
                .axonServerConnectionManager(connections)
                .configuration(settings)
                .localSegment(own)
                .updateEmitter(updates)
                .messageSerializer(messages)
                .genericSerializer(general)
                .enabledLocalSegmentShortCut()
                .build();
    }

    /** On the way to another process an exception loses its class: that something is away is told in its details. */
    private static Object answered(InterceptorChain chain) throws Exception {
        try {
            return chain.proceed();
        } catch (RuntimeException failure) {
            if (Outage.isBehind(failure)) {
                throw new QueryExecutionException("It cannot be answered now", failure, refusal(Common.UNAVAILABLE));
            }
            throw failure;
        }
    }

    private static Object refusal(Refused.Reason reason) {
        return new Refused(reason).<Object>getDetails().orElseThrow();
    }
}
