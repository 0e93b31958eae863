package org.palabre.eventstore;

import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.jspecify.annotations.Nullable;

/** A place in the order of all events: the index of the last event that was read, 0 before the first. */
final class Position {

    private Position() {}

    /** @throws IllegalArgumentException when the token is of another kind of event store */
    static long of(@Nullable TrackingToken token) {
        return switch (WrappedToken.unwrapLowerBound(token)) {
            case null -> 0;
            case GlobalSequenceTrackingToken sequence -> sequence.getGlobalIndex();
            case TrackingToken other -> throw new IllegalArgumentException("Not a token of this event store: " + other);
        };
    }

    static TrackingToken token(long position) {
        return new GlobalSequenceTrackingToken(position);
    }
}
