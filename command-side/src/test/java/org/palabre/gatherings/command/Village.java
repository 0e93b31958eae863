package org.palabre.gatherings.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.Repository;
import org.palabre.accounts.AccountId;
import org.palabre.claims.ClaimEvent;
import org.palabre.claims.ClaimsInMemory;
import org.palabre.deadlines.DeadlinesInMemory;
import org.palabre.payments.SubscriptionQuery.PlanTerms;
import org.palabre.shared.Actor;
import org.palabre.shared.Actor.Role;
import org.palabre.shared.DomainEvent;
import org.palabre.shared.Ids;
import org.palabre.shared.Refused;
import org.palabre.shared.Refused.Common;
import org.palabre.shared.Refused.Refusal;
import org.palabre.storage.FileKey;
import org.palabre.storage.Storage;
import org.palabre.storage.StoredFile;
import org.palabre.web.MessageKeys;
import org.palabre.web.QueriesInMemory;
import org.springframework.core.io.Resource;

/** A village in memory, where people gather: what somebody asks for, and what comes of it. */
final class Village {

    static final Instant NOW = Instant.parse("2030-01-01T12:00:00Z");
    static final Actor PLATFORM = new Actor.Platform();
    static final Actor ADMIN = new Actor.Account(Ids.next(), Ids.next(), true, Set.of(Role.ADMIN));

    private static final int ATTEMPTS = 8;
    private static final String WHO = "who";
    private static final ParameterResolverFactory PARAMETERS = MultiParameterResolverFactory.ordered(
            new WhoAsks(), ClasspathParameterResolverFactory.forClass(Village.class));

    final DeadlinesInMemory deadlines = new DeadlinesInMemory();
    final Repository<Participation> participations;
    final Seats seats;

    private final InMemoryEventStorageEngine engine = new InMemoryEventStorageEngine();
    final EventStore store = EmbeddedEventStore.builder().storageEngine(engine).build();
    final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final VillageReads reads = new VillageReads(this::history);
    private final SimpleCommandBus bus = SimpleCommandBus.builder().build();

    Village() {
        participations = repository(Participation.class);
        seats = newSeats();
        var queries = QueriesInMemory.answeredBy(reads);
        var claims = ClaimsInMemory.on(store);
        var categories = new Categories(queries);
        var slugs = new Slugs(claims);
        var gatherings = new Gatherings(repository(Gathering.class), seats);
        var completions = new Completions(gatherings, seats, deadlines.deadlines());
        var images = new Images(new NoFiles(), deadlines.deadlines(), clock);
        Stream.of(
                        new GatheringCommands(
                                gatherings,
                                categories,
                                slugs,
                                new Allowances(repository(Allowance.class), queries),
                                seats,
                                images,
                                completions),
                        new JudgementCommands(gatherings, seats, completions),
                        new ImageCommands(gatherings, images, clock),
                        new InvitationCommands(gatherings, participations, queries),
                        new ParticipationCommands(
                                gatherings,
                                seats,
                                new StoredParticipations(store),
                                participations,
                                DeadlinesInMemory.patience(clock)),
                        new GuestNews(gatherings, participations, DeadlinesInMemory.patience(clock)),
                        new CategoryCommands(repository(Category.class), categories, claims, slugs),
                        completions)
                .forEach(handler -> new AnnotationCommandHandlerAdapter<>(handler, PARAMETERS).subscribe(bus));
    }

    /** Everybody organises on these terms from now on. */
    void organisesOn(PlanTerms terms) {
        reads.terms = terms;
    }

    /** The seats as another process has them, which has seen nothing yet. */
    Seats newSeats() {
        return new Seats(
                new SeatBlocks(repository(SeatBlock.class), store), participations, deadlines.deadlines(), clock);
    }

    /** Somebody who lives there. */
    Actor.Account someone() {
        var account = new Actor.Account(Ids.next(), Ids.next(), true, Set.of());
        reads.people.add(id(account));
        return account;
    }

    /** What a slug ends with that others have. */
    static String end(UUID id) {
        return id.toString().substring(30);
    }

    static AccountId id(Actor.Account account) {
        return new AccountId(account.id());
    }

    /** Does something in a unit of work, and again where that collides. */
    <T> T does(Callable<T> something) {
        for (var attempt = 1; ; attempt++) {
            var work = DefaultUnitOfWork.startAndGet(GenericCommandMessage.asCommandMessage("something"));
            var result = work.executeWithResult(something);
            if (!result.isExceptional()) {
                return result.getPayload();
            }
            if (attempt == ATTEMPTS || !(result.exceptionResult() instanceof ConcurrencyException)) {
                throw result.exceptionResult() instanceof RuntimeException failure
                        ? failure
                        : new IllegalStateException(result.exceptionResult());
            }
        }
    }

    void does(Doing something) {
        does(() -> {
            something.run();
            return true;
        });
    }

    interface Doing {

        void run() throws Exception;
    }

    Asking when(Object command) {
        return new Asking(command, Map.of());
    }

    /** All that has ever happened, but for the claims. */
    List<Object> history() {
        return engine.readEvents(null, false)
                .<Object>map(Message::getPayload)
                .filter(event -> !(event instanceof ClaimEvent))
                .toList();
    }

    <T> Repository<T> repository(Class<T> type) {
        return EventSourcingRepository.builder(type).eventStore(store).build();
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

        /** Asks, and again where that collides. */
        Outcome as(Actor actor) {
            var before = history().size();
            var result = new AtomicReference<CommandResultMessage<?>>();
            for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
                bus.dispatch(
                        GenericCommandMessage.asCommandMessage(command)
                                .andMetaData(metaData)
                                .andMetaData(Map.of(WHO, actor)),
                        (_, answer) -> result.set(answer));
                if (!result.get().isExceptional()
                        || !(result.get().exceptionResult() instanceof ConcurrencyException)) {
                    break;
                }
            }
            return new Outcome(result.get(), history().stream().skip(before).toList());
        }
    }

    record Outcome(CommandResultMessage<?> result, List<Object> events) {

        /** Exactly this happens, in this order, and it is no refusal. */
        Outcome then(DomainEvent... expected) {
            assertThat(result.isExceptional() ? result.exceptionResult() : null).isNull();
            assertThat(events).containsExactly((Object[]) expected);
            return this;
        }

        void refused(Refused.Reason reason) {
            assertThat(refusal().code()).isEqualTo(reason.code());
            assertThat(events).isEmpty();
        }

        void refused(String field, Refused.Reason reason) {
            refused(reason);
            assertThat(refusal().field()).isEqualTo(field);
        }

        <T> T answer(Class<T> type) {
            assertThat(result.isExceptional() ? result.exceptionResult() : null).isNull();
            return type.cast(result.getPayload());
        }

        private Refusal refusal() {
            assertThat(result.isExceptional()).as("it is refused").isTrue();
            return switch (result.exceptionResult()) {
                case Refused refused -> refused.<Refusal>getDetails().orElseThrow();
                case AggregateNotFoundException _ ->
                    new Refused(Common.NOT_FOUND).<Refusal>getDetails().orElseThrow();
                default -> throw new AssertionError(result.exceptionResult());
            };
        }
    }

    /** Nobody sends pictures here. */
    private static final class NoFiles implements Storage {

        @Override
        public void store(FileKey key, String mediaType, Resource content) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<StoredFile> find(FileKey key) {
            return Optional.empty();
        }

        @Override
        public void delete(FileKey key) {}

        @Override
        public void deleteBelow(FileKey key) {}
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
}
