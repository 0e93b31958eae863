package org.palabre.notifications.query;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.queryhandling.QueryHandler;
import org.palabre.notifications.Channel;
import org.palabre.notifications.NotificationQuery.FindPreferences;
import org.palabre.notifications.NotificationQuery.FindPushTokens;
import org.palabre.notifications.NotificationQuery.PreferencesView;
import org.palabre.notifications.NotificationQuery.PushTokenView;
import org.palabre.notifications.NotificationQuery.PushTokens;
import org.palabre.notifications.NotificationType;
import org.palabre.notifications.PreferencesId;
import org.palabre.notifications.PushPlatform;
import org.palabre.notifications.PushTokenId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Answers how and where people are told. */
@Component
class NotificationQueries {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<NotificationType, Map<Channel, Boolean>>> WANTED = new TypeReference<>() {};

    private final JdbcClient jdbc;

    NotificationQueries(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    @QueryHandler
    PreferencesView handle(FindPreferences query) {
        return jdbc.sql("select * from notification_preferences where id = ?")
                .param(PreferencesId.of(query.accountId()).value())
                .query((row, _) ->
                        new PreferencesView(JSON.readValue(row.getString("wanted"), WANTED), row.getLong("version")))
                .optional()
                .orElse(PreferencesView.USUAL);
    }

    @QueryHandler
    PushTokens handle(FindPushTokens query) {
        return new PushTokens(jdbc.sql("select * from push_token where account_id = ? order by registered_at, id")
                .param(query.accountId().value())
                .query((row, _) -> new PushTokenView(
                        new PushTokenId(Objects.requireNonNull(row.getObject("id", UUID.class))),
                        row.getString("token"),
                        PushPlatform.valueOf(row.getString("platform")),
                        row.getTimestamp("registered_at").toInstant()))
                .list());
    }
}
