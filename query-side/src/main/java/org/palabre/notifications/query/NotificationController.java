package org.palabre.notifications.query;

import org.palabre.accounts.AccountId;
import org.palabre.notifications.NotificationQuery.FindPreferences;
import org.palabre.notifications.NotificationQuery.PreferencesView;
import org.palabre.shared.Actor;
import org.palabre.web.Allow;
import org.palabre.web.Allow.Who;
import org.palabre.web.Me;
import org.palabre.web.Queries;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class NotificationController {

    private final Queries queries;

    NotificationController(Queries queries) {
        this.queries = queries;
    }

    @GetMapping("/api/users/me/notification-preferences")
    @Allow(Who.ACCOUNT)
    PreferencesView preferences(@Me Actor.Account me) {
        return queries.answer(new FindPreferences(new AccountId(me.id())), PreferencesView.class);
    }
}
