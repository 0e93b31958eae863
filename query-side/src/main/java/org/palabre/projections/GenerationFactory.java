package org.palabre.projections;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.async.SequentialPerAggregatePolicy;
import org.axonframework.eventhandling.deadletter.DeadLetteringEventHandlerInvoker;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.annotation.ClasspathHandlerDefinition;
import org.axonframework.messaging.annotation.MultiHandlerDefinition;
import org.axonframework.messaging.annotation.MultiHandlerEnhancerDefinition;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.axonframework.serialization.Serializer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Builds what runs a generation: a processor of one segment, so that its events are applied in one order. */
class GenerationFactory {

    private static final int BATCH = 500;
    private static final long CLAIM_INTERVAL_MILLIS = 1_000;

    /** Claims go with the lead, which is renewed more often. */
    private static final long CLAIM_EXTENSION_MILLIS = 30_000;

    private final StreamableMessageSource<TrackedEventMessage<?>> events;
    private final TokenStore tokens;
    private final TransactionManager transactions;
    private final PlatformTransactionManager platformTransactions;
    private final ConnectionProvider connections;
    private final Serializer general;
    private final Serializer eventSerializer;
    private final ParameterResolverFactory parameters;
    private final GenerationSchemas schemas;
    private final JdbcClient jdbc;

    GenerationFactory(
            StreamableMessageSource<TrackedEventMessage<?>> events,
            TokenStore tokens,
            TransactionManager transactions,
            PlatformTransactionManager platformTransactions,
            ConnectionProvider connections,
            Serializer general,
            Serializer eventSerializer,
            ParameterResolverFactory parameters,
            GenerationSchemas schemas,
            JdbcClient jdbc) {
        this.events = events;
        this.tokens = tokens;
        this.transactions = transactions;
        this.platformTransactions = platformTransactions;
        this.connections = connections;
        this.general = general;
        this.eventSerializer = eventSerializer;
        this.parameters = parameters;
        this.schemas = schemas;
        this.jdbc = jdbc;
    }

    RunningGeneration make(Projection projection, Generation generation) {
        var inSchema = new GenerationTransactions(transactions, jdbc, schemas.path(generation));
        var positions = new AppliedPositions(jdbc, generation, schemas.schema(generation));
        var threads = threads(generation);
        var paced = new PacedEvents(events);
        var invoker = invoker(projection, generation, inSchema, positions);
        var processor = PooledStreamingEventProcessor.builder()
                .name(generation.name())
                .eventHandlerInvoker(invoker)
                .messageSource(paced)
                .tokenStore(tokens)
                .transactionManager(inSchema)
                .errorHandler(PropagatingErrorHandler.instance())
                .rollbackConfiguration(org.axonframework.messaging.unitofwork.RollbackConfigurationType.ANY_THROWABLE)
                .initialToken(StreamableMessageSource::createTailToken)
                .initialSegmentCount(1)
                .batchSize(BATCH)
                .tokenClaimInterval(CLAIM_INTERVAL_MILLIS)
                .claimExtensionThreshold(CLAIM_EXTENSION_MILLIS)
                .coordinatorExecutor(threads)
                .workerExecutor(threads)
                .build();
        processor.registerHandlerInterceptor((_, chain) -> {
            paced.taken();
            return chain.proceed();
        });
        return new RunningGeneration(
                generation, processor, invoker, positions, new StoredTokens(jdbc, general), threads);
    }

    private DeadLetteringEventHandlerInvoker invoker(
            Projection projection, Generation generation, TransactionManager inSchema, AppliedPositions positions) {
        var handlers = new CarefulHandlers(platformTransactions, positions);
        return DeadLetteringEventHandlerInvoker.builder()
                .eventHandlers(projection.fold(generation))
                .parameterResolverFactory(parameters)
                .handlerDefinition(MultiHandlerDefinition.ordered(
                        MultiHandlerEnhancerDefinition.ordered(handlers),
                        ClasspathHandlerDefinition.forClass(getClass())))
                .sequencingPolicy(SequentialPerAggregatePolicy.instance())
                .queue(deadLetters(generation, inSchema))
                .enqueuePolicy((letter, cause) -> {
                    handlers.requireCare(cause);
                    return park(letter, cause);
                })
                .transactionManager(inSchema)
                .enableSequenceIdentifierCache()
                .build();
    }

    private JdbcSequencedDeadLetterQueue<EventMessage<?>> deadLetters(
            Generation generation, TransactionManager inSchema) {
        return JdbcSequencedDeadLetterQueue.<EventMessage<?>>builder()
                .processingGroup(generation.name())
                .connectionProvider(connections)
                .transactionManager(inSchema)
                .schema(Tables.DEAD_LETTERS)
                .genericSerializer(general)
                .eventSerializer(eventSerializer)
                .build();
    }

    /** Keeps an event with what went wrong, and counts how often it was tried again. */
    private static EnqueueDecision<EventMessage<?>> park(
            DeadLetter<? extends EventMessage<?>> letter, Throwable cause) {
        var attempts =
                letter.diagnostics().get(DeadLetters.ATTEMPTS) instanceof Number tried ? tried.intValue() + 1 : 0;
        return Decisions.enqueue(
                ThrowableCause.truncated(cause), each -> each.diagnostics().and(DeadLetters.ATTEMPTS, attempts));
    }

    private static ScheduledExecutorService threads(Generation generation) {
        var name = Thread.ofPlatform().daemon().name("projection-" + generation.name() + "-", 0);
        return Executors.newScheduledThreadPool(2, name.factory());
    }
}
