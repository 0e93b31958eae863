package org.palabre.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.Optional;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.eventsourcing.IncompatibleAggregateException;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.palabre.shared.Refused;
import org.palabre.shared.Refused.Common;
import org.palabre.shared.Refused.Refusal;
import org.springframework.dao.DataAccessResourceFailureException;

class CommandHandlingTest {

    private final CommandHandling handling = new CommandHandling(SimpleCommandBus.builder());

    @Test
    void what_is_not_there_or_is_something_else_is_not_found() {
        assertThat(toldOf(new AggregateNotFoundException("id", "none"))).isEqualTo("not_found");
        assertThat(toldOf(new IncompatibleAggregateException("another"))).isEqualTo("not_found");
    }

    @Test
    void what_collides_is_a_conflict_also_when_the_store_says_so_at_the_end() {
        assertThat(toldOf(new ConcurrencyException("first"))).isEqualTo("conflict");
        assertThat(toldAtTheEnd(new ConcurrencyException("first"))).isEqualTo("conflict");
        assertThat(toldAtTheEnd(axonServers("AXONIQ-2000", Status.OUT_OF_RANGE)))
                .isEqualTo("conflict");
    }

    @Test
    void what_is_away_is_unavailable() {
        assertThat(toldOf(new DataAccessResourceFailureException("away"))).isEqualTo("unavailable");
        assertThat(toldAtTheEnd(axonServers("AXONIQ-0001", Status.UNAVAILABLE))).isEqualTo("unavailable");
    }

    @Test
    void a_refusal_stays_what_it_is_and_a_fault_stays_a_fault() {
        assertThat(toldOf(new Refused(Common.FORBIDDEN))).isEqualTo("forbidden");
        assertThat(toldOf(new IllegalStateException("fault"))).isEqualTo("a fault");
    }

    private String toldOf(RuntimeException failure) {
        handling.subscribe("command", _ -> {
            throw failure;
        });
        return told(sent());
    }

    private String toldAtTheEnd(RuntimeException failure) {
        handling.subscribe("command", _ -> {
            CurrentUnitOfWork.get().onCommit(_ -> {
                throw failure;
            });
            return "done";
        });
        return told(sent());
    }

    private static StatusRuntimeException axonServers(String code, Status status) {
        var trailers = new Metadata();
        trailers.put(Metadata.Key.of("AxonIQ-ErrorCode", Metadata.ASCII_STRING_MARSHALLER), code);
        return status.asRuntimeException(trailers);
    }

    private CommandResultMessage<?> sent() {
        var callback = new FutureCallback<Object, Object>();
        handling.dispatch(
                new GenericCommandMessage<>(GenericCommandMessage.asCommandMessage("it"), "command"), callback);
        return callback.getResult();
    }

    private static String told(CommandResultMessage<?> result) {
        return Optional.of(result.exceptionResult())
                .filter(CommandExecutionException.class::isInstance)
                .map(CommandExecutionException.class::cast)
                .flatMap(told -> told.<Refusal>getDetails())
                .map(Refusal::code)
                .orElse("a fault");
    }
}
