package org.palabre.handling;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.palabre.eventstore.PersonalKeys;
import org.palabre.shared.DomainEvent;
import org.palabre.shared.Positions.Position;
import org.palabre.web.MessageKeys;

/**
 * Gives every event what is known of where it comes from, the address encrypted for the account that acts, and notes how
 * far the events of each aggregate go.
 */
class EventOrigin implements MessageDispatchInterceptor<EventMessage<?>> {

    /** Stands for whoever acts without an account, on nobody's. */
    private static final UUID NOBODY = new UUID(0, 0);

    private final PersonalKeys keys;

    EventOrigin(PersonalKeys keys) {
        this.keys = keys;
    }

    @Override
    public BiFunction<Integer, EventMessage<?>, EventMessage<?>> handle(List<? extends EventMessage<?>> events) {
        return (_, event) -> {
            if (event instanceof DomainEventMessage<?> domainEvent && CurrentUnitOfWork.isStarted()) {
                Appended.in(CurrentUnitOfWork.get())
                        .add(new Position(
                                domainEvent.getType(),
                                domainEvent.getAggregateIdentifier(),
                                domainEvent.getSequenceNumber()));
            }
            return event.getMetaData().get(MessageKeys.IP) instanceof String ip
                    ? event.andMetaData(encrypted(event, ip))
                    : event;
        };
    }

    private Map<String, String> encrypted(EventMessage<?> event, String ip) {
        var cipher = keys.encrypt(subject(event), ip);
        return Map.of(MessageKeys.IP, cipher == null ? "" : cipher);
    }

    private static UUID subject(EventMessage<?> event) {
        return event.getMetaData().get(MessageKeys.ACTOR) instanceof String actor
                ? UUID.fromString(actor)
                : ((DomainEvent) event.getPayload()).person().orElse(NOBODY);
    }
}
