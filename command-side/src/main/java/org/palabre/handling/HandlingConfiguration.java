package org.palabre.handling;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.caching.NoCache;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.HandlerDefinition;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.MessageOriginProvider;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.spring.eventsourcing.SpringAggregateSnapshotter;
import org.palabre.eventstore.PersonalKeys;
import org.palabre.requests.Idempotency;
import org.palabre.web.MessageKeys;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HandlingConfiguration {

    private static final int EVENTS_BETWEEN_SNAPSHOTS = 200;

    /** What a command hands on to its events and to the commands that follow from it. */
    @Bean
    CorrelationDataProvider origin() {
        return new SimpleCorrelationDataProvider(
                MessageKeys.ACTOR, MessageKeys.ACTOR_KIND, MessageKeys.REQUEST_ID, MessageKeys.IP);
    }

    /** Which message led to which. */
    @Bean
    CorrelationDataProvider causes() {
        return new MessageOriginProvider();
    }

    /**
     * Each snapshot is taken by a thread of its own. Whoever triggers one still has the aggregate's lock: to wait with it for
     * a second connection, while others wait for the lock with theirs, would keep everybody waiting.
     */
    @Bean
    SpringAggregateSnapshotter snapshotter(
            org.axonframework.config.Configuration axon,
            HandlerDefinition handlers,
            ParameterResolverFactory parameters,
            EventStore events,
            TransactionManager transactions) {
        return SpringAggregateSnapshotter.builder()
                .repositoryProvider(axon::repository)
                .handlerDefinition(handlers)
                .parameterResolverFactory(parameters)
                .eventStore(events)
                .transactionManager(transactions)
                .executor(Thread::startVirtualThread)
                .build();
    }

    @Bean
    SnapshotTriggerDefinition snapshots(Snapshotter snapshotter) {
        return new EventCountSnapshotTriggerDefinition(snapshotter, EVENTS_BETWEEN_SNAPSHOTS);
    }

    /** Where one process has all commands. Among several, what one remembers may be what another has changed. */
    @Bean
    @ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "false")
    Cache aggregates() {
        return new RecentAggregates();
    }

    @Bean("aggregates")
    @ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "true")
    Cache nothingRemembered() {
        return NoCache.INSTANCE;
    }

    /**
     * A reaction to an event belongs to what caused it: it is stored together with it, or neither is. What it leads to
     * elsewhere it leaves to a deadline.
     */
    @Bean
    ConfigurerModule reactions() {
        return axon -> axon.eventProcessing()
                .usingSubscribingEventProcessors()
                .registerDefaultListenerInvocationErrorHandler(_ -> PropagatingErrorHandler.instance())
                .registerDefaultErrorHandler(_ -> PropagatingErrorHandler.instance());
    }

    /** In this order. A bean that is an interceptor itself would be registered once more, and first. */
    @Bean
    SmartInitializingSingleton aroundEveryHandler(
            CommandBus commands, EventBus events, Idempotency idempotency, PersonalKeys keys) {
        return () -> {
            commands.registerHandlerInterceptor(new AnswerWithPositions());
            commands.registerHandlerInterceptor(idempotency::handle);
            events.registerDispatchInterceptor(new EventOrigin(keys));
        };
    }
}
