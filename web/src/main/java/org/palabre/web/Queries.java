package org.palabre.web;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.palabre.shared.Refused;
import org.palabre.shared.Refused.Common;

/** Asks queries and waits for the answer. */
public class Queries {

    private final QueryGateway gateway;

    Queries(QueryGateway gateway) {
        this.gateway = gateway;
    }

    /** The one that is asked for; refused as not found if there is none. */
    public <A> A one(Object query, Class<A> answer) {
        return joined(gateway.query(query, ResponseTypes.optionalInstanceOf(answer)))
                .orElseThrow(() -> new Refused(Common.NOT_FOUND));
    }

    /** An answer that there always is. */
    public <A> A answer(Object query, Class<A> answer) {
        return joined(gateway.query(query, answer));
    }

    private static <A> A joined(CompletableFuture<A> answer) {
        try {
            return answer.join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        }
    }
}
