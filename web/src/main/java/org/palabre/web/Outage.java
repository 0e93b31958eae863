package org.palabre.web;

import com.nimbusds.jose.KeySourceException;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.axonframework.axonserver.connector.AxonServerException;
import org.axonframework.axonserver.connector.command.AxonServerCommandDispatchException;
import org.axonframework.axonserver.connector.query.AxonServerQueryDispatchException;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.messaging.HandlerExecutionException;
import org.axonframework.queryhandling.NoHandlerForQueryException;
import org.jspecify.annotations.Nullable;
import org.palabre.shared.Refused.Kind;
import org.palabre.shared.Refused.Refusal;
import org.palabre.storage.StorageUnavailable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells what is away, or about to be back, from a fault of the platform's own. */
public final class Outage {

    private static final int DEEPEST = 20;

    /** How a call to Axon Server ends when nobody answers any more. */
    private static final Set<Status.Code> LOST = EnumSet.of(
            Status.Code.UNAVAILABLE, Status.Code.CANCELLED, Status.Code.DEADLINE_EXCEEDED, Status.Code.ABORTED);

    private Outage() {}

    /**
     * Whether the failure, or what caused it, is the database, the file storage, Axon Server or the other side being
     * away.
     */
    public static boolean isBehind(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST)
                .anyMatch(Outage::isOne);
    }

    private static boolean isOne(Throwable cause) {
        return switch (cause) {
            case CannotCreateTransactionException _,
                    DataAccessResourceFailureException _,
                    TransientDataAccessException _ -> true;
            case SQLException broken -> isOne(broken.getSQLState());
            case StatusRuntimeException broken ->
                LOST.contains(broken.getStatus().getCode());
            case NoHandlerForCommandException _,
                    NoHandlerForQueryException _,
                    AxonServerCommandDispatchException _,
                    AxonServerQueryDispatchException _,
                    AxonServerException _,
                    io.axoniq.axonserver.connector.AxonServerException _,
                    KeySourceException _,
                    StorageUnavailable _,
                    TimeoutException _ -> true;
            case HandlerExecutionException told ->
                told.<Object>getDetails()
                        .filter(details -> details instanceof Refusal refusal && refusal.kind() == Kind.UNAVAILABLE)
                        .isPresent();
            default -> false;
        };
    }

    /**
     * Classes of SQL states: connections, resources, operators; and a transaction that waited for another until the
     * database lost patience. A pool whose connection broke says none.
     */
    private static boolean isOne(@Nullable String state) {
        return state == null
                || state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57")
                || state.equals("25P03");
    }
}
