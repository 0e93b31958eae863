package org.palabre.queues.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.caching.NoCache;
import org.axonframework.common.caching.WeakReferenceCache;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.modelling.command.Repository;
import org.palabre.claims.ClaimsInMemory;
import org.palabre.queues.CompanyEvent;
import org.palabre.queues.StudentEvent;
import org.palabre.shared.Actor;
import org.palabre.shared.DomainEvent;
import org.palabre.shared.Refused;
import org.palabre.shared.Refused.Refusal;
import org.palabre.web.MessageKeys;

/** The fair in memory: what has happened, what somebody asks for, and what comes of it. */
final class Fair {

    private static final ParameterResolverFactory PARAMETERS = MultiParameterResolverFactory.ordered(
            new WhoAsks(), ClasspathParameterResolverFactory.forClass(Fair.class));
    static final String WHO = "who";

    private final InMemoryEventStorageEngine engine = new InMemoryEventStorageEngine();
    private final EventStore store =
            EmbeddedEventStore.builder().storageEngine(engine).build();
    private final SimpleCommandBus bus = SimpleCommandBus.builder().build();

    Fair() {
        this(NoCache.INSTANCE);
    }

    private Fair(Cache aggregates) {
        Repository<Company> companies = EventSourcingRepository.builder(Company.class)
                .eventStore(store)
                .cache(aggregates)
                .build();
        Repository<Student> students = EventSourcingRepository.builder(Student.class)
                .eventStore(store)
                .cache(aggregates)
                .build();
        Stream.of(
                        new CompanyCommands(companies, students, ClaimsInMemory.on(store)),
                        new InterviewCommands(companies, students, new StoredStudents(store)),
                        new StudentCommands(students, store))
                .forEach(handler -> new AnnotationCommandHandlerAdapter<>(handler, PARAMETERS).subscribe(bus));
    }

    /** One that keeps those who are in use in memory, and does not read them anew for every command. */
    static Fair thatRemembers() {
        return new Fair(new WeakReferenceCache());
    }

    Fair given(DomainEvent... events) {
        for (var event : events) {
            var id = aggregate(event);
            store.publish(new GenericDomainEventMessage<>(
                    event instanceof CompanyEvent ? "Company" : "Student",
                    id,
                    store.lastSequenceNumberFor(id).map(last -> last + 1).orElse(0L),
                    event));
        }
        return this;
    }

    Asking when(Object command) {
        return new Asking(command, Map.of());
    }

    /** All that has ever happened to companies and students. */
    List<Object> history() {
        return engine.readEvents(null, false)
                .<Object>map(Message::getPayload)
                .filter(payload -> payload instanceof CompanyEvent || payload instanceof StudentEvent)
                .toList();
    }

    /** All that has ever happened to one of them. */
    List<? extends DomainEventMessage<?>> events(String aggregate) {
        return store.readEvents(aggregate).asStream().toList();
    }

    private static String aggregate(DomainEvent event) {
        return switch (event) {
            case CompanyEvent company -> company.companyId().toString();
            case StudentEvent student -> student.studentId().toString();
            default -> throw new IllegalArgumentException("Not of the fair: " + event);
        };
    }

    final class Asking {

        private final Object command;
        private final Map<String, ?> metaData;

        private Asking(Object command, Map<String, ?> metaData) {
            this.command = command;
            this.metaData = metaData;
        }

        Asking ifVersion(long version) {
            return new Asking(command, Map.of(MessageKeys.EXPECTED_VERSION, Long.toString(version)));
        }

        Outcome as(Actor actor) {
            var before = history().size();
            var result = new AtomicReference<CommandResultMessage<?>>();
            bus.dispatch(
                    GenericCommandMessage.asCommandMessage(command)
                            .andMetaData(metaData)
                            .andMetaData(Map.of(WHO, actor)),
                    (_, answer) -> result.set(answer));
            return new Outcome(result.get(), history().stream().skip(before).toList());
        }
    }

    record Outcome(CommandResultMessage<?> result, List<Object> events) {

        /** Exactly this happens, and it is no refusal. */
        Outcome then(DomainEvent... expected) {
            assertThat(result.isExceptional() ? result.exceptionResult() : null).isNull();
            assertThat(events).containsExactlyInAnyOrder((Object[]) expected);
            return this;
        }

        void refused(Refused.Reason reason) {
            assertThat(refusal()).isEqualTo(reason.code());
            assertThat(events).isEmpty();
        }

        /** The code of the refusal, empty if it is none. */
        String refusal() {
            if (!result.isExceptional()) {
                return "";
            }
            return result.exceptionResult() instanceof Refused refused
                    ? refused.<Refusal>getDetails().orElseThrow().code()
                    : result.exceptionResult().getClass().getSimpleName();
        }

        <T> T answer(Class<T> type) {
            assertThat(result.isExceptional() ? result.exceptionResult() : null).isNull();
            return type.cast(result.getPayload());
        }
    }

    /** Hands the actor over as it is, not as texts. */
    static final class WhoAsks implements ParameterResolverFactory, ParameterResolver<Actor> {

        @Override
        public ParameterResolver<Actor> createInstance(Executable executable, Parameter[] parameters, int index) {
            return parameters[index].getType() == Actor.class ? this : null;
        }

        @Override
        public Actor resolveParameterValue(Message<?> message) {
            return (Actor) message.getMetaData().get(WHO);
        }

        @Override
        public boolean matches(Message<?> message) {
            return true;
        }
    }

    /** Several steps of a story as one history. */
    static DomainEvent[] all(Object... steps) {
        return Stream.of(steps)
                .flatMap(step -> step instanceof DomainEvent[] several ? Stream.of(several) : Stream.of(step))
                .toArray(DomainEvent[]::new);
    }
}
