package org.palabre.web;

import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.queryhandling.annotation.AnnotationQueryHandlerAdapter;

/** Queries that one object answers, for tests of those who ask. */
public final class QueriesInMemory {

    private QueriesInMemory() {}

    public static Queries answeredBy(Object handler) {
        var bus = SimpleQueryBus.builder().build();
        new AnnotationQueryHandlerAdapter<>(handler).subscribe(bus);
        return new Queries(DefaultQueryGateway.builder().queryBus(bus).build());
    }
}
