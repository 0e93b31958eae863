package org.palabre.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.UncategorizedSQLException;
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
}
