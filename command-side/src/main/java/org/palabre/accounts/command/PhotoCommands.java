package org.palabre.accounts.command;

import static org.palabre.handling.Precondition.met;

import java.time.Clock;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.jspecify.annotations.Nullable;
import org.palabre.accounts.AccountCommand.ChangePhoto;
import org.palabre.accounts.AccountCommand.DiscardPhoto;
import org.palabre.accounts.AccountCommand.RemovePhoto;
import org.palabre.accounts.AccountFiles;
import org.palabre.accounts.AccountId;
import org.palabre.accounts.AccountQuery.UserView;
import org.palabre.shared.Actor;
import org.palabre.shared.Refused;
import org.palabre.shared.Refused.Common;
import org.palabre.storage.AbandonedFiles;
import org.palabre.storage.FileKey;
import org.springframework.stereotype.Component;

/** Lets people show a photo of themselves, and gives up those that they show no more. */
@Component
class PhotoCommands {

    private final Accounts accounts;
    private final Photos photos;
    private final Clock clock;

    PhotoCommands(Accounts accounts, Photos photos, Clock clock) {
        this.accounts = accounts;
        this.photos = photos;
        this.clock = clock;
    }

    @CommandHandler
    UserView handle(ChangePhoto command, Actor actor) {
        var account = met(accounts.own(command.accountId(), actor));
        if (!command.photo().equals(account.invoke(Account::photo))) {
            giveUpPhoto(command.accountId(), account);
            account.execute(it -> it.show(command.photo()));
        }
        return account.invoke(Account::view);
    }

    @CommandHandler
    UserView handle(RemovePhoto command, Actor actor) {
        var account = met(accounts.own(command.accountId(), actor));
        giveUpPhoto(command.accountId(), account);
        account.execute(Account::removePhoto);
        return account.invoke(Account::view);
    }

    @CommandHandler
    @Nullable
    AbandonedFiles handle(DiscardPhoto command, Actor actor) {
        actor.mustBePlatform();
        var account = accounts.loadErasedToo(command.accountId());
        if (!command.photo().equals(account.invoke(Account::photo))) {
            return new AbandonedFiles(new FileKey(AccountFiles.photo(command.accountId(), command.photo())));
        }
        if (clock.instant().isBefore(command.until())) {
            throw new Refused(Common.UNAVAILABLE);
        }
        return null;
    }

    private void giveUpPhoto(AccountId accountId, Aggregate<Account> account) {
        var photo = account.<@Nullable UUID>invoke(Account::photo);
        if (photo != null) {
            photos.replaced(accountId, photo);
        }
    }
}
