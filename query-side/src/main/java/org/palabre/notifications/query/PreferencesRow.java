package org.palabre.notifications.query;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Map;
import java.util.UUID;
import org.palabre.accounts.AccountId;
import org.palabre.notifications.Channel;
import org.palabre.notifications.NotificationQuery.PreferencesView;
import org.palabre.notifications.NotificationType;
import org.palabre.notifications.PreferencesId;
import org.palabre.projections.Row;

/** How somebody wants to be told. */
class PreferencesRow implements Row {

    PreferencesId id;
    AccountId accountId;
    Map<NotificationType, Map<Channel, Boolean>> wanted;
    long version;

    @JsonCreator
    @SuppressWarnings("NullAway.Init") // its fields are read from the table
    private PreferencesRow() {}

    PreferencesRow(PreferencesId id, AccountId accountId) {
        this.id = id;
        this.accountId = accountId;
        wanted = PreferencesView.USUAL.wanted();
        version = PreferencesView.USUAL.version();
    }

    PreferencesView view() {
        return new PreferencesView(wanted, version);
    }

    void show(PreferencesView view) {
        wanted = view.wanted();
        version = view.version();
    }

    @Override
    public UUID id() {
        return id.value();
    }
}
