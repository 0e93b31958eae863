package org.palabre.projections;

import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Duration;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.serialization.Serializer;

/**
 * Tokens that only the node stores which has claimed them. Axon would claim one that is free in order to store it, but in
 * the meantime somebody else may have got further, and the batch that belongs to it would be applied twice.
 */
class ClaimedTokens extends JdbcTokenStore {

    /** It is the lead that times out; the claims go with it. */
    private static final Duration CLAIM_TIMEOUT = Duration.ofDays(1);

    ClaimedTokens(ConnectionProvider connections, Serializer serializer, String node) {
        super(builder()
                .connectionProvider(connections)
                .serializer(serializer)
                .schema(Tables.TOKENS)
                .claimTimeout(CLAIM_TIMEOUT)
                .nodeId(node));
    }

    @Override
    protected void updateToken(
            Connection connection, ResultSet stored, TrackingToken token, String processor, int segment) {
        throw new UnableToClaimTokenException("The claim of " + processor + " is lost");
    }
}
