package org.palabre.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.KeySourceException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.queryhandling.NoHandlerForQueryException;
import org.junit.jupiter.api.Test;
import org.palabre.shared.Refused;
import org.palabre.shared.Refused.Common;
import org.palabre.storage.StorageUnavailable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.transaction.TransactionSystemException;

class OutageTest {

    @Test
    void a_database_that_is_away_is_an_outage_however_it_is_told() {
        var away = new DataAccessResourceFailureException("FATAL: terminating connection");

        assertThat(Outage.isBehind(away)).isTrue();
        assertThat(Outage.isBehind(new CompletionException(away))).isTrue();
        assertThat(Outage.isBehind(
                        new UncategorizedSQLException("read", "select", new SQLException("Connection is closed"))))
                .isTrue();
        assertThat(Outage.isBehind(
                        new UncategorizedSQLException("read", "select", new SQLException("idle for long", "25P03"))))
                .isTrue();
        assertThat(Outage.isBehind(new TransactionSystemException("commit", new SQLException("reset", "08006"))))
                .isTrue();
    }

    @Test
    void a_mistake_is_none() {
        assertThat(Outage.isBehind(new NullPointerException())).isFalse();
        assertThat(Outage.isBehind(new DuplicateKeyException("twice", new SQLException("twice", "23505"))))
                .isFalse();
    }

    @Test
    void the_other_side_or_axon_server_being_away_is_an_outage_too() {
        assertThat(Outage.isBehind(new NoHandlerForCommandException("none"))).isTrue();
        assertThat(Outage.isBehind(new NoHandlerForQueryException("none"))).isTrue();
        assertThat(Outage.isBehind(new Refused(Common.UNAVAILABLE))).isTrue();
        assertThat(Outage.isBehind(new JwtException("verify", new KeySourceException("no keys"))))
                .isTrue();
    }

    @Test
    void the_file_storage_being_away_is_one_too() {
        assertThat(Outage.isBehind(new StorageUnavailable(new IOException("No space left on device"))))
                .isTrue();
    }

    @Test
    void a_refusal_is_none() {
        assertThat(Outage.isBehind(new Refused(Common.CONFLICT))).isFalse();
    }
}
