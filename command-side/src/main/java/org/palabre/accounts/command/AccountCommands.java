package org.palabre.accounts.command;

import static org.palabre.accounts.AccountRefusal.ACCOUNT_SUSPENDED;
import static org.palabre.accounts.AccountRefusal.INVALID_CREDENTIALS;

import java.util.EnumSet;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.jspecify.annotations.Nullable;
import org.palabre.accounts.AccountCommand.AppointFirstAdmin;
import org.palabre.accounts.AccountCommand.ImportAccount;
import org.palabre.accounts.AccountCommand.LogIn;
import org.palabre.accounts.AccountCommand.LoggedIn;
import org.palabre.accounts.AccountCommand.RegisterAccount;
import org.palabre.accounts.AccountCommand.SetUp;
import org.palabre.accounts.AccountEvent.AccountRegistered;
import org.palabre.accounts.AccountId;
import org.palabre.accounts.AccountQuery.UserView;
import org.palabre.accounts.CodePurpose;
import org.palabre.accounts.Device;
import org.palabre.accounts.Registration;
import org.palabre.accounts.SessionId;
import org.palabre.shared.Actor;
import org.palabre.shared.Actor.Role;
import org.palabre.shared.Personal;
import org.palabre.shared.Refused;
import org.palabre.shared.Refused.Common;
import org.springframework.stereotype.Component;

/** Makes accounts, lets people in, and says who may do what. */
@Component
class AccountCommands {

    private final Accounts accounts;
    private final Sessions sessions;
    private final Names names;
    private final PasswordHashes hashes;
    private final CodeMails codes;
    private final FirstAdmin firstAdmin;

    AccountCommands(
            Accounts accounts,
            Sessions sessions,
            Names names,
            PasswordHashes hashes,
            CodeMails codes,
            FirstAdmin firstAdmin) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.names = names;
        this.hashes = hashes;
        this.codes = codes;
        this.firstAdmin = firstAdmin;
    }

    @CommandHandler
    LoggedIn handle(RegisterAccount command) throws Exception {
        var account = register(command.accountId(), command.registration());
        if (command.asStudent()) {
            account.execute(it -> it.change(EnumSet.of(Role.STUDENT)));
        }
        codes.send(
                command.accountId(), CodePurpose.PROOF, command.registration().email());
        return logIn(account, command.accountId(), command.sessionId(), command.device());
    }

    @CommandHandler
    LoggedIn handle(SetUp command) throws Exception {
        if (!firstAdmin.isInvited(command.setupToken())) {
            throw new Refused(Common.NOT_FOUND);
        }
        var account = appoint(command.accountId(), command.registration());
        return logIn(account, command.accountId(), command.sessionId(), command.device());
    }

    @CommandHandler
    UserView handle(AppointFirstAdmin command, Actor actor) throws Exception {
        actor.mustBePlatform();
        return appoint(command.accountId(), command.registration()).invoke(Account::view);
    }

    @CommandHandler
    void handle(ImportAccount command, Actor actor) throws Exception {
        actor.mustBePlatform();
        var account = register(command.accountId(), command.registration());
        account.execute(it -> it.bringAlong(command.joinedAt(), command.lastLoginAt()));
        if (command.proved()) {
            account.execute(Account::proveEmail);
        }
        if (command.suspended()) {
            account.execute(Account::suspend);
        }
    }

    @CommandHandler
    LoggedIn handle(LogIn command) throws Exception {
        // the password may have been looked at while the person was erased
        var account = accounts.loadErasedToo(command.accountId());
        if (account.invoke(Account::erased) || !hashes.is(command.accountId(), command.passwordHash())) {
            throw new Refused(INVALID_CREDENTIALS);
        }
        if (account.invoke(Account::suspended)) {
            throw new Refused(ACCOUNT_SUSPENDED);
        }
        return logIn(account, command.accountId(), command.sessionId(), command.device());
    }

    private Aggregate<Account> appoint(AccountId accountId, Registration registration) throws Exception {
        firstAdmin.become(accountId);
        var account = register(accountId, registration);
        account.execute(Account::proveEmail);
        account.execute(it -> it.change(Set.of(Role.ADMIN)));
        return account;
    }

    private Aggregate<Account> register(AccountId accountId, Registration registration) throws Exception {
        names.take(accountId, registration);
        hashes.set(accountId, registration.passwordHash());
        return accounts.add(() -> new Account(new AccountRegistered(
                accountId,
                personal(accountId, registration.email()),
                personal(accountId, registration.firstName()),
                personal(accountId, registration.lastName()),
                personalOrNull(accountId, registration.username()),
                personalOrNull(accountId, registration.telephone()),
                registration.language())));
    }

    private LoggedIn logIn(Aggregate<Account> account, AccountId accountId, SessionId sessionId, Device device)
            throws Exception {
        account.execute(it -> it.logIn(sessionId));
        return new LoggedIn(
                account.invoke(Account::view),
                sessions.start(sessionId, accountId, device, account.invoke(Account::era)));
    }

    private static Personal personal(AccountId subject, String text) {
        return Personal.of(subject.value(), text);
    }

    private static @Nullable Personal personalOrNull(AccountId subject, @Nullable String text) {
        return text == null ? null : personal(subject, text);
    }
}
