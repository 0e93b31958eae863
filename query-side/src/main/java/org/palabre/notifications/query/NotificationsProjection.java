package org.palabre.notifications.query;

import java.util.Set;
import javax.sql.DataSource;
import org.palabre.projections.Generation;
import org.palabre.projections.Projection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The read model of how and where people are told. */
@Component
class NotificationsProjection implements Projection {

    private final JdbcClient jdbc;

    NotificationsProjection(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    @Override
    public String name() {
        return "notifications";
    }

    @Override
    public Set<String> aggregates() {
        return Set.of("Preferences", "PushToken", "Account");
    }

    @Override
    public String tables() {
        return "/projections/notifications.sql";
    }

    @Override
    public Object fold(Generation generation) {
        return new NotificationsFold(jdbc);
    }
}
