package org.palabre.eventstore;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The tables of this database that hold something personal: those of which a column has its statistics switched off,
 * because statistics would keep examples of what is in it.
 */
public final class PersonalTables {

    /** Asks the other side to rewrite its own; answered {@code true} when that is done. */
    public record RewriteTables() {}

    private static final Logger LOG = LoggerFactory.getLogger(PersonalTables.class);

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private static final String ALL = """
            select distinct format('%I.%I', nspname, relname)
            from pg_attribute
            join pg_class on pg_class.oid = attrelid and relkind = 'r'
            join pg_namespace on pg_namespace.oid = relnamespace
            where attstattarget = 0 and (nspname = current_schema() or starts_with(nspname, current_schema() || '_'))
            """;

    private final JdbcTemplate jdbc;

    public PersonalTables(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /**
     * Rewrites them, so that nothing is left on the disk of what was deleted from them, and cuts off the log of changes:
     * to delete is only to mark what may be overwritten some day. Whoever uses one of them meanwhile waits.
     */
    public void rewrite() {
        jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            try (var statement = connection.createStatement()) {
                rewrite(statement);
                cutLog(statement);
            }
            return true;
        });
    }

    private static void rewrite(Statement statement) throws SQLException {
        // whoever reads for long would keep everybody else waiting behind this
        statement.execute("set lock_timeout = '2s'");
        try {
            for (var table : all(statement)) {
                statement.execute("vacuum full " + table);
            }
        } finally {
            statement.execute("reset lock_timeout");
        }
    }

    private static List<String> all(Statement statement) throws SQLException {
        var tables = new ArrayList<String>();
        try (var rows = statement.executeQuery(ALL)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    /** What is in the log goes when a checkpoint finds nothing in it that a recovery would need. */
    private static void cutLog(Statement statement) throws SQLException {
        try {
            statement.execute("select pg_switch_wal()");
            statement.execute("checkpoint");
        } catch (SQLException refused) {
            if (!INSUFFICIENT_PRIVILEGE.equals(refused.getSQLState())) {
                throw refused;
            }
            LOG.warn("The log of the database keeps what was erased until its next checkpoints: its user may neither"
                    + " switch it (pg_switch_wal) nor ask for one (pg_checkpoint)");
        }
    }
}
