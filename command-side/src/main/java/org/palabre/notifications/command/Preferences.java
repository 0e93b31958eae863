package org.palabre.notifications.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.palabre.accounts.AccountId;
import org.palabre.notifications.NotificationQuery.PreferencesView;
import org.palabre.notifications.PreferenceCommand.Preference;
import org.palabre.notifications.PreferenceEvent;
import org.palabre.notifications.PreferenceEvent.PreferenceSet;
import org.palabre.notifications.PreferencesId;

/** How somebody wants to be told, where that is not as usual. */
@Aggregate
class Preferences {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private PreferencesId id;

    private PreferencesView view = PreferencesView.USUAL;

    Preferences() {}

    void set(AccountId account, Preference preference) {
        if (view.wants(preference.type(), preference.channel()) != preference.wanted()) {
            apply(new PreferenceSet(
                    PreferencesId.of(account), account, preference.type(), preference.channel(), preference.wanted()));
        }
    }

    PreferencesView view() {
        return view;
    }

    @EventSourcingHandler
    void on(PreferenceEvent event) {
        id = event.preferencesId();
        view = switch (event) {
            case PreferenceSet set -> view.with(new Preference(set.type(), set.channel(), set.wanted()));
        };
    }
}
