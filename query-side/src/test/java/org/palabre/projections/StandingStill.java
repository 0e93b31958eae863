package org.palabre.projections;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Phaser;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database to which nobody gets through for a while, as when a process is not let run. */
public class StandingStill extends DelegatingDataSource {

    private volatile @Nullable Phaser still;

    StandingStill(DataSource database) {
        super(database);
    }

    void begin() {
        still = new Phaser(1);
    }

    void end() {
        var over = still;
        still = null;
        if (over != null) {
            over.arriveAndDeregister();
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        var waiting = still;
        if (waiting != null) {
            waiting.awaitAdvance(0);
        }
        return super.getConnection();
    }
}
