package org.palabre.notifications.command;

import static org.palabre.handling.Precondition.met;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.palabre.notifications.NotificationQuery.PreferencesView;
import org.palabre.notifications.PreferenceCommand.ChangePreferences;
import org.palabre.notifications.PreferencesId;
import org.palabre.shared.Actor;
import org.palabre.shared.Refused;
import org.palabre.shared.Refused.Common;
import org.springframework.stereotype.Component;

/** Lets people say how they want to be told. */
@Component
class PreferenceCommands {

    private final Repository<Preferences> preferences;

    PreferenceCommands(Repository<Preferences> preferences) {
        this.preferences = preferences;
    }

    @CommandHandler
    PreferencesView handle(ChangePreferences command, Actor actor) throws Exception {
        var account = command.accountId();
        if (!actor.account().id().equals(account.value())) {
            throw new Refused(Common.FORBIDDEN);
        }
        var own = preferences.loadOrCreate(PreferencesId.of(account).toString(), Preferences::new);
        met(own.invoke(Preferences::view).version());
        own.execute(it -> command.preferences().forEach(preference -> it.set(account, preference)));
        return own.invoke(Preferences::view);
    }
}
