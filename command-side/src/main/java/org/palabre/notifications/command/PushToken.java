package org.palabre.notifications.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.palabre.accounts.AccountId;
import org.palabre.notifications.PushPlatform;
import org.palabre.notifications.PushTokenCommand.RegisterPushToken;
import org.palabre.notifications.PushTokenEvent;
import org.palabre.notifications.PushTokenEvent.PushTokenRegistered;
import org.palabre.notifications.PushTokenEvent.PushTokenRemoved;
import org.palabre.notifications.PushTokenId;
import org.palabre.shared.Personal;

/** Where an app is reached, and whose it is. */
@Aggregate
class PushToken {

    @AggregateIdentifier
    private PushTokenId id;

    private @Nullable AccountId owner;
    private @Nullable PushPlatform platform;

    PushToken() {}

    void register(PushTokenId tokenId, RegisterPushToken command) {
        if (!command.accountId().equals(owner) || platform != command.platform()) {
            apply(new PushTokenRegistered(
                    tokenId,
                    command.accountId(),
                    Personal.of(command.accountId().value(), command.token()),
                    command.platform()));
        }
    }

    void remove(AccountId remover) {
        if (remover.equals(owner)) {
            apply(new PushTokenRemoved(id, remover));
        }
    }

    @EventSourcingHandler
    void on(PushTokenEvent event) {
        switch (event) {
            case PushTokenRegistered registered -> {
                id = registered.pushTokenId();
                owner = registered.accountId();
                platform = registered.platform();
            }
            case PushTokenRemoved _ -> owner = null;
        }
    }
}
