package org.palabre.projections;

import java.util.Optional;
import java.util.UUID;
import org.palabre.eventstore.WrappedKeys;
import org.palabre.web.Queries;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** The keys of personal data, where they are kept by the command side of another process. Nothing is written with them here. */
@Component
@ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "true")
class LentKeys implements WrappedKeys {

    private final ObjectProvider<Queries> queries;

    LentKeys(ObjectProvider<Queries> queries) {
        this.queries = queries;
    }

    @Override
    public Optional<WrappedKey> find(UUID subject) {
        return queries.getObject().find(new FindWrappedKey(subject), WrappedKey.class);
    }

    @Override
    public void add(UUID subject, WrappedKey key) {
        throw new UnsupportedOperationException("The command side makes keys");
    }

    @Override
    public void destroy(UUID subject) {
        throw new UnsupportedOperationException("The command side destroys keys");
    }
}
