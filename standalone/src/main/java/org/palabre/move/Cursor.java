package org.palabre.move;

import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads what may be more than memory holds: PostgreSQL sends all rows at once where there is no transaction. */
final class Cursor {

    private static final int FETCH = 500;

    private Cursor() {}

    static <R, T> T read(DataSource dataSource, String sql, RowMapper<R> mapper, Function<Stream<R>, T> reader) {
        var transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        transaction.setReadOnly(true);
        return transaction.execute(_ -> {
            try (var rows = JdbcClient.create(dataSource).sql(sql).withFetchSize(FETCH).query(mapper).stream()) {
                return reader.apply(rows);
            }
        });
    }
}
