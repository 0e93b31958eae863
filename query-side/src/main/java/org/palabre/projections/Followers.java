package org.palabre.projections;

import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.palabre.live.Changed;

/** Whoever follows a state through a subscription query. */
class Followers {

    private final QueryUpdateEmitter updates;

    Followers(QueryUpdateEmitter updates) {
        this.updates = updates;
    }

    /** Lets everyone ask again. */
    void tellAll() {
        updates.emit(query -> query.getUpdateResponseType().getExpectedResponseType() == Changed.class, new Changed());
    }
}
