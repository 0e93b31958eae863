package org.palabre.notifications;

import java.util.List;
import org.axonframework.commandhandling.RoutingKey;
import org.palabre.accounts.AccountId;
import org.palabre.notifications.NotificationQuery.PreferencesView;

/** What one may ask about how one is told. */
public sealed interface PreferenceCommand {

    /** Sets some of one's own preferences and leaves the others. Answered by the {@link PreferencesView}. */
    record ChangePreferences(@RoutingKey AccountId accountId, List<Preference> preferences)
            implements PreferenceCommand {

        public ChangePreferences {
            preferences = List.copyOf(preferences);
        }
    }

    /** Whether somebody wants to be told of this in this way. */
    record Preference(NotificationType type, Channel channel, boolean wanted) {}
}
