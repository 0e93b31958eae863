package org.palabre.notifications.command;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.palabre.accounts.AccountId;
import org.palabre.notifications.Channel;
import org.palabre.notifications.NotificationQuery.PreferencesView;
import org.palabre.notifications.NotificationType;
import org.palabre.notifications.PreferenceCommand.ChangePreferences;
import org.palabre.notifications.PreferenceCommand.Preference;
import org.palabre.notifications.PushPlatform;
import org.palabre.notifications.PushTokenCommand.RegisterPushToken;
import org.palabre.notifications.PushTokenCommand.RemovePushToken;
import org.palabre.shared.Actor;
import org.palabre.web.Allow;
import org.palabre.web.Allow.Who;
import org.palabre.web.Commands;
import org.palabre.web.Me;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets people say how and where they are told. */
@RestController
class NotificationCommandController {

    record Registration(
            @NotBlank @Size(max = 4096) String token,
            @NotNull PushPlatform platform) {

        /** Shows nothing, so that no log holds the token. */
        @Override
        public String toString() {
            return "Registration";
        }
    }

    record Removal(@NotBlank @Size(max = 4096) String token) {

        /** Shows nothing, so that no log holds the token. */
        @Override
        public String toString() {
            return "Removal";
        }
    }

    private final Commands commands;

    NotificationCommandController(Commands commands) {
        this.commands = commands;
    }

    @PutMapping("/api/users/me/notification-preferences")
    @Allow(Who.ACCOUNT)
    ResponseEntity<Map<NotificationType, Map<Channel, Boolean>>> change(
            @RequestBody Map<NotificationType, @NotNull Map<Channel, @NotNull Boolean>> wanted, @Me Actor.Account me) {
        var preferences = wanted.entrySet().stream()
                .flatMap(type -> type.getValue().entrySet().stream()
                        .map(channel -> new Preference(type.getKey(), channel.getKey(), channel.getValue())))
                .toList();
        var view = commands.send(new ChangePreferences(new AccountId(me.id()), preferences), PreferencesView.class);
        return ResponseEntity.ok().eTag(String.valueOf(view.version())).body(view.wanted());
    }

    @PostMapping("/api/users/me/push-tokens")
    @Allow(Who.ACCOUNT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void register(@RequestBody @Valid Registration body, @Me Actor.Account me) {
        commands.send(new RegisterPushToken(new AccountId(me.id()), body.token(), body.platform()));
    }

    @DeleteMapping("/api/users/me/push-tokens")
    @Allow(Who.ACCOUNT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@RequestBody @Valid Removal body, @Me Actor.Account me) {
        commands.send(new RemovePushToken(new AccountId(me.id()), body.token()));
    }
}
