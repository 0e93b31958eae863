package org.palabre.accounts;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What one may ask of a session. */
public sealed interface SessionCommand {

    @TargetAggregateIdentifier
    SessionId sessionId();

    /**
     * Asks for the next pair of tokens, with a refresh token of the session in hand. Answered by a {@link Renewal}.
     *
     * @param number of the grant whose refresh token was shown
     */
    record RenewSession(SessionId sessionId, int number) implements SessionCommand {}

    /**
     * Logs out, with a refresh token of the session in hand. Has no answer, and no effect on a session that has ended
     * already.
     */
    record EndSession(SessionId sessionId) implements SessionCommand {}

    /** Ends one of one's own sessions from wherever one is. Has no answer. */
    record RevokeSession(SessionId sessionId) implements SessionCommand {}

    /**
     * What came of a refresh token. One that is not good is an answer and no refusal, because it may end the session, and
     * a refusal undoes what its command did.
     *
     * @param grant {@code null} when the token was not good
     */
    record Renewal(@Nullable Grant grant) {}
}
