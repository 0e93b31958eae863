package org.palabre.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class GenerationTransactionsTest {

    @AutoClose
    private final ReadSide side = new ReadSide(each -> new TallyProjection(each));

    @Test
    void a_transaction_whose_connection_breaks_as_it_begins_is_not_left_on_the_thread() {
        var cut = new CutOnce();
        var transactions = new GenerationTransactions(
                new SpringTransactionManager(new JdbcTransactionManager(cut)),
                JdbcClient.create(cut),
                "public_tally_1");

        assertThatThrownBy(transactions::startTransaction).hasMessageContaining("set_config");

        assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                .isFalse();
        transactions.startTransaction().commit();
    }

    /** The first connection that it gives is as good as gone. */
    private final class CutOnce extends DelegatingDataSource {

        private boolean done;

        CutOnce() {
            super(side.database);
        }

        @Override
        public Connection getConnection() throws SQLException {
            var connection = super.getConnection();
            if (!done) {
                done = true;
                var process = connection.unwrap(PGConnection.class).getBackendPID();
                side.jdbc
                        .sql("select pg_terminate_backend(?, 10000)")
                        .param(process)
                        .query(Boolean.class)
                        .single();
            }
            return connection;
        }
    }
}
