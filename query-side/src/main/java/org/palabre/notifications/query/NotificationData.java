package org.palabre.notifications.query;

import java.util.Map;
import org.palabre.accounts.AccountId;
import org.palabre.exports.PersonalData;
import org.palabre.notifications.NotificationQuery.FindPreferences;
import org.palabre.notifications.NotificationQuery.FindPushTokens;
import org.palabre.notifications.NotificationQuery.PreferencesView;
import org.palabre.notifications.NotificationQuery.PushTokens;
import org.palabre.shared.Actor;
import org.palabre.web.Queries;
import org.springframework.stereotype.Component;

/** What is held about how and where a person is told. */
@Component
class NotificationData implements PersonalData {

    private final Queries queries;

    NotificationData(Queries queries) {
        this.queries = queries;
    }

    @Override
    public Map<String, Object> of(Actor.Account person) {
        var account = new AccountId(person.id());
        return Map.of(
                "notification-preferences",
                        queries.answer(new FindPreferences(account), PreferencesView.class)
                                .wanted(),
                "push-tokens",
                        queries.answer(new FindPushTokens(account), PushTokens.class)
                                .tokens());
    }
}
