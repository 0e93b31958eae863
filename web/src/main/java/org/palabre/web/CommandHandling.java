package org.palabre.web;

import io.grpc.StatusRuntimeException;
import org.axonframework.axonserver.connector.event.util.GrpcExceptionParser;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.lock.DeadlockException;
import org.axonframework.eventsourcing.IncompatibleAggregateException;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.palabre.shared.Refused;
import org.palabre.shared.Refused.Common;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;

/**
 * Where commands are handled. What goes wrong there, up to the end of the commit, is told as a refusal wherever it is known
 * what it means: on the way to another process an exception loses its class.
 */
class CommandHandling extends SimpleCommandBus {

    private static final Logger LOG = LoggerFactory.getLogger(CommandHandling.class);

    CommandHandling(Builder builder) {
        super(builder);
    }

    @Override
    protected <C, R> void handle(
            CommandMessage<C> command,
            MessageHandler<? super CommandMessage<?>> handler,
            CommandCallback<? super C, ? super R> callback) {
        super.<C, R>handle(command, handler, (handled, result) -> callback.onResult(handled, told(handled, result)));
    }

    private static <R> CommandResultMessage<? extends R> told(
            CommandMessage<?> command, CommandResultMessage<? extends R> result) {
        return result.isExceptional()
                ? GenericCommandResultMessage.asCommandResultMessage(told(command, result.exceptionResult()))
                : result;
    }

    private static Throwable told(CommandMessage<?> command, Throwable failure) {
        return switch (failure) {
            case Refused refused -> refused;
            // an id of something else identifies nothing here
            case AggregateNotFoundException _, IncompatibleAggregateException _ -> new Refused(Common.NOT_FOUND);
            case ConcurrencyException _, DeadlockException _, ConcurrencyFailureException _ ->
                new Refused(Common.CONFLICT);
            // Axon Server's answer to an append, which comes as it is
            case StatusRuntimeException answer
            when GrpcExceptionParser.parse(answer) instanceof ConcurrencyException -> new Refused(Common.CONFLICT);
            default -> {
                if (Outage.isBehind(failure)) {
                    LOG.warn(
                            "{} cannot be handled now", command.getPayloadType().getSimpleName(), failure);
                    yield new Refused(Common.UNAVAILABLE);
                }
                yield failure;
            }
        };
    }
}
