package org.palabre.notifications.command;

import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.palabre.accounts.AccountId;
import org.palabre.eventstore.KeyedHash;
import org.palabre.eventstore.MasterKey;
import org.palabre.notifications.PushTokenCommand;
import org.palabre.notifications.PushTokenCommand.RegisterPushToken;
import org.palabre.notifications.PushTokenCommand.RemovePushToken;
import org.palabre.notifications.PushTokenId;
import org.palabre.shared.Actor;
import org.palabre.shared.Refused;
import org.palabre.shared.Refused.Common;
import org.springframework.stereotype.Component;

/** Lets people say where their apps are reached. */
@Component
class PushTokenCommands {

    private final Repository<PushToken> tokens;
    private final KeyedHash hash;

    PushTokenCommands(Repository<PushToken> tokens, MasterKey master) {
        this.tokens = tokens;
        this.hash = master.hash("push-tokens");
    }

    @CommandHandler
    void handle(RegisterPushToken command, Actor actor) throws Exception {
        requireOwn(command.accountId(), actor);
        var id = id(command);
        load(id).execute(token -> token.register(id, command));
    }

    @CommandHandler
    void handle(RemovePushToken command, Actor actor) throws Exception {
        requireOwn(command.accountId(), actor);
        load(id(command)).execute(token -> token.remove(command.accountId()));
    }

    private Aggregate<PushToken> load(PushTokenId id) throws Exception {
        return tokens.loadOrCreate(id.toString(), PushToken::new);
    }

    private static void requireOwn(AccountId account, Actor actor) {
        if (!actor.account().id().equals(account.value())) {
            throw new Refused(Common.FORBIDDEN);
        }
    }

    private PushTokenId id(PushTokenCommand command) {
        return new PushTokenId(UUID.nameUUIDFromBytes(hash.of(command.token())));
    }
}
