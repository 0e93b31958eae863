package org.palabre.claims;

import java.util.Base64;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.palabre.eventstore.MasterKey;

/** Claims on any event store, for tests of those who claim. */
public final class ClaimsInMemory {

    private static final MasterKey MASTER = MasterKey.of(Base64.getEncoder().encodeToString(new byte[32]));

    private ClaimsInMemory() {}

    public static Claims on(EventStore events) {
        return new Claims(
                EventSourcingRepository.builder(Claim.class).eventStore(events).build(), events, MASTER);
    }
}
