package org.palabre.projections;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
class ProjectionsConfiguration {

    private static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(5);

    /**
     * Where the projections are. A node that comes back under its own name takes up its claims at once, without waiting
     * for them to time out.
     */
    @Bean
    TokenStore tokenStore(
            ConnectionProvider connections, Serializer serializer, @Value("${palabre.node:standalone}") String node) {
        return JdbcTokenStore.builder()
                .connectionProvider(connections)
                .serializer(serializer)
                .schema(Tables.TOKENS)
                .claimTimeout(CLAIM_TIMEOUT)
                .nodeId(node)
                .build();
    }

    @Bean
    Projections projections(
            List<Projection> projections,
            StreamableMessageSource<TrackedEventMessage<?>> events,
            TokenStore tokens,
            TransactionManager transactions,
            PlatformTransactionManager platformTransactions,
            ConnectionProvider connections,
            Serializer general,
            @Qualifier("eventSerializer") Serializer eventSerializer,
            ParameterResolverFactory parameters,
            DataSource dataSource,
            QueryUpdateEmitter updates) {
        return new Projections(
                projections,
                new ProjectionFactory(
                        new GenerationSchemas(JdbcClient.create(dataSource), platformTransactions),
                        new GenerationFactory(
                                events,
                                tokens,
                                transactions,
                                platformTransactions,
                                connections,
                                general,
                                eventSerializer,
                                parameters,
                                dataSource),
                        new Followers(updates)),
                events);
    }

    @Bean
    MeterBinder projectionLag(List<Projection> all, Projections projections) {
        return meters -> all.forEach(
                projection -> Gauge.builder("palabre.projection.lag", () -> projections.lag(projection.name()))
                        .description("events behind the newest")
                        .tag("projection", projection.name())
                        .register(meters));
    }
}
