package org.palabre.handling;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.MessageOriginProvider;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.serialization.Serializer;
import org.palabre.eventstore.MasterKey;
import org.palabre.eventstore.PersonalKeys;
import org.palabre.web.MessageKeys;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HandlingConfiguration {

    private static final int EVENTS_BETWEEN_SNAPSHOTS = 200;
    private static final Duration BETWEEN_FORGETTING = Duration.ofHours(1);

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

    @Bean
    SnapshotTriggerDefinition snapshots(Snapshotter snapshotter) {
        return new EventCountSnapshotTriggerDefinition(snapshotter, EVENTS_BETWEEN_SNAPSHOTS);
    }

    @Bean
    Cache aggregates() {
        return new RecentAggregates();
    }

    @Bean
    AnsweredRequests answeredRequests(
            DataSource dataSource, @Qualifier("messageSerializer") Serializer serializer, MasterKey master) {
        return new AnsweredRequests(dataSource, serializer, master);
    }

    @Bean
    RecurringTask<Void> forgetAnsweredRequests(AnsweredRequests requests) {
        return Tasks.recurring("forget-answered-requests", FixedDelay.of(BETWEEN_FORGETTING))
                .execute((_, _) -> requests.forgetOld());
    }

    @Bean
    SmartInitializingSingleton aroundEveryHandler(
            CommandBus commands, EventBus events, AnsweredRequests requests, PersonalKeys keys) {
        return () -> {
            commands.registerHandlerInterceptor(new AnswerWithPositions());
            commands.registerHandlerInterceptor(new Idempotency(requests));
            events.registerDispatchInterceptor(new EventOrigin(keys));
        };
    }
}
