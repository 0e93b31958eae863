package org.palabre.handling;

import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.queryhandling.QueryHandler;
import org.palabre.eventstore.StoredKeys;
import org.palabre.eventstore.WrappedKeys;
import org.palabre.eventstore.WrappedKeys.FindWrappedKey;
import org.palabre.eventstore.WrappedKeys.WrappedKey;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The command side keeps the keys of personal data, and lets the query side read with them. */
@Configuration(proxyBeanMethods = false)
class PersonalKeysConfiguration {

    @Bean
    StoredKeys storedKeys(DataSource dataSource) {
        return new StoredKeys(dataSource);
    }

    @Bean
    Lending lending(WrappedKeys keys) {
        return new Lending(keys);
    }

    static class Lending {

        private final WrappedKeys keys;

        Lending(WrappedKeys keys) {
            this.keys = keys;
        }

        @QueryHandler
        Optional<WrappedKey> handle(FindWrappedKey query) {
            return keys.find(query.subject());
        }
    }
}
