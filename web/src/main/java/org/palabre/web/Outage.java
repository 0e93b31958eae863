package org.palabre.web;

import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells a database that is away, or about to be back, from a fault of the platform's own. */
public final class Outage {

    private static final int DEEPEST = 20;

    private Outage() {}

    /** Whether the failure, or what caused it, is the database being away. */
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
