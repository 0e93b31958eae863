package org.palabre.projections;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.tokenstore.TokenStore;
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

    /** How this node is told from the others; asked once, since a random name is another each time. */
    record Node(String name) {}

    @Bean
    Node node(@Value("${palabre.node:standalone}") String name) {
        return new Node(name);
    }

    /** Where the projections are. */
    @Bean
    TokenStore tokenStore(ConnectionProvider connections, Serializer serializer, Node node) {
        return new ClaimedTokens(connections, serializer, node.name());
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
            QueryUpdateEmitter updates,
            Node node) {
        var jdbc = JdbcClient.create(dataSource);
        var leadership = new Leadership(jdbc, platformTransactions, node.name());
        var schemas = new GenerationSchemas(jdbc, platformTransactions, leadership);
        var generations = new GenerationFactory(
                events,
                tokens,
                transactions,
                platformTransactions,
                connections,
                general,
                eventSerializer,
                parameters,
                schemas,
                jdbc);
        return new Projections(
                projections,
                schemas,
                leadership,
                new ProjectionFactory(leadership, schemas, generations, new Followers(updates), jdbc),
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
