package org.palabre.notifications.query;

import java.util.Map;
import org.palabre.accounts.AccountId;
import org.palabre.notifications.Channel;
import org.palabre.notifications.NotificationQuery.FindPreferences;
import org.palabre.notifications.NotificationQuery.PreferencesView;
import org.palabre.notifications.NotificationType;
import org.palabre.shared.Actor;
import org.palabre.web.Allow;
import org.palabre.web.Allow.Who;
import org.palabre.web.Me;
import org.palabre.web.Queries;
import org.springframework.http.ResponseEntity;
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
    ResponseEntity<Map<NotificationType, Map<Channel, Boolean>>> preferences(@Me Actor.Account me) {
        var view = queries.answer(new FindPreferences(new AccountId(me.id())), PreferencesView.class);
        return ResponseEntity.ok().eTag(String.valueOf(view.version())).body(view.wanted());
    }
}
