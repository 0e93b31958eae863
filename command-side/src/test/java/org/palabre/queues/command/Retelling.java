package org.palabre.queues.command;

import java.util.List;
import java.util.function.Supplier;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.SimpleEventBus;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.modelling.command.inspection.AggregateModel;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;
import tools.jackson.databind.json.JsonMapper;

/** What an aggregate becomes when its events are told again, all of them or only those after a snapshot. */
final class Retelling<T> {

    static final Retelling<Company> COMPANY = new Retelling<>(Company.class, Company::new);
    static final Retelling<Student> STUDENT = new Retelling<>(Student.class, Student::new);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Class<T> type;
    private final Supplier<T> blank;
    private final AggregateModel<T> model;

    private Retelling(Class<T> type, Supplier<T> blank) {
        this.type = type;
        this.blank = blank;
        this.model = AnnotatedAggregateMetaModelFactory.inspectAggregate(type);
    }

    T of(List<? extends DomainEventMessage<?>> events) {
        return fold(blank.get(), events);
    }

    T of(String snapshot, List<? extends DomainEventMessage<?>> later) {
        return fold(JSON.readValue(snapshot, type), later);
    }

    String snapshot(T aggregate) {
        return JSON.writeValueAsString(aggregate);
    }

    private T fold(T root, List<? extends DomainEventMessage<?>> events) {
        var aggregate = EventSourcedAggregate.initialize(
                root, model, SimpleEventBus.builder().build(), NoSnapshotTriggerDefinition.TRIGGER);
        aggregate.initializeState(DomainEventStream.of(List.copyOf(events)));
        return aggregate.getAggregateRoot();
    }
}
