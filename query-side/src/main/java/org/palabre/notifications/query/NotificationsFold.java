package org.palabre.notifications.query;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.palabre.accounts.AccountEvent;
import org.palabre.accounts.AccountEvent.AccountErased;
import org.palabre.notifications.PreferenceCommand.Preference;
import org.palabre.notifications.PreferenceEvent;
import org.palabre.notifications.PreferenceEvent.PreferenceSet;
import org.palabre.notifications.PushTokenEvent;
import org.palabre.notifications.PushTokenEvent.PushTokenRegistered;
import org.palabre.projections.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Folds how and where people want to be told into rows, and lets go of those who are erased. */
class NotificationsFold {

    private final Rows<PreferencesRow> preferences;
    private final Rows<PushTokenRow> tokens;

    NotificationsFold(JdbcClient jdbc) {
        preferences =
                new Rows<>(jdbc, "notification_preferences", PreferencesRow.class, NotificationsFold::preferencesOf);
        tokens = new Rows<>(jdbc, "push_token", PushTokenRow.class, NotificationsFold::tokenOf);
    }

    @EventHandler
    void on(PreferenceSet event) {
        var row = preferences.find(event.preferencesId().value()).orElseGet(() -> {
            var first = new PreferencesRow(event.preferencesId(), event.accountId());
            preferences.add(first);
            return first;
        });
        row.show(row.view().with(new Preference(event.type(), event.channel(), event.wanted())));
    }

    @EventHandler
    void on(PushTokenEvent event, @Timestamp Instant at) {
        tokens.find(event.pushTokenId().value()).ifPresent(row -> tokens.remove(row.id()));
        if (event instanceof PushTokenRegistered registered
                && !registered.token().erased()) {
            tokens.add(new PushTokenRow(registered, at));
        }
    }

    @EventHandler
    void on(AccountEvent event) {
        if (event instanceof AccountErased erased) {
            var account = erased.accountId().value();
            preferences.removeWhere("account_id", account);
            tokens.removeWhere("account_id", account);
        }
    }

    private static Optional<UUID> preferencesOf(Object event) {
        return event instanceof PreferenceEvent preference
                ? Optional.of(preference.preferencesId().value())
                : Optional.empty();
    }

    private static Optional<UUID> tokenOf(Object event) {
        return event instanceof PushTokenEvent token
                ? Optional.of(token.pushTokenId().value())
                : Optional.empty();
    }
}
