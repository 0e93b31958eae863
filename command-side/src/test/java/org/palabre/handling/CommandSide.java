package org.palabre.handling;

import org.axonframework.queryhandling.QueryHandler;
import org.palabre.shared.Positions.AwaitProjections;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The command side as it is configured, on a PostgreSQL of its own, and with nobody who reads. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan({
    "org.palabre.eventstore",
    "org.palabre.web",
    "org.palabre.handling",
    "org.palabre.requests",
    "org.palabre.claims",
    "org.palabre.deadlines",
    "org.palabre.storage",
    "org.palabre.sweeping",
    "org.palabre.queues.command"
})
class CommandSide {

    @Bean
    JdbcConnectionDetails database(@Value("${test.database:}") String given) {
        var url = given.isEmpty() ? TestDatabase.fresh() : given;
        return new JdbcConnectionDetails() {

            @Override
            public String getUsername() {
                return "postgres";
            }

            @Override
            public String getPassword() {
                return "";
            }

            @Override
            public String getJdbcUrl() {
                return url;
            }
        };
    }

    @Bean
    NobodyReads nobodyReads() {
        return new NobodyReads();
    }

    static class NobodyReads {

        @QueryHandler
        boolean handle(AwaitProjections query) {
            return true;
        }
    }
}
