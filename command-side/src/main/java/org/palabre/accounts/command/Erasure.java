package org.palabre.accounts.command;

import static org.palabre.accounts.AccountRefusal.SELF_NOT_ALLOWED;
import static org.palabre.accounts.AccountRefusal.WRONG_PASSWORD;
import static org.palabre.handling.Precondition.met;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;
import org.palabre.accounts.AccountCommand.EraseAccount;
import org.palabre.accounts.AccountCommand.EraseOwnAccount;
import org.palabre.accounts.AccountCommand.ForgetPerson;
import org.palabre.accounts.AccountEvent.PersonForgotten;
import org.palabre.accounts.AccountFiles;
import org.palabre.accounts.AccountId;
import org.palabre.deadlines.Deadlines;
import org.palabre.eventstore.PersonalKeys;
import org.palabre.shared.Actor;
import org.palabre.shared.Actor.Role;
import org.palabre.shared.Positions.Position;
import org.palabre.shared.Refused;
import org.palabre.shared.Refused.Common;
import org.palabre.storage.AbandonedFiles;
import org.palabre.storage.FileKey;
import org.palabre.sweeping.Sweeping;
import org.springframework.stereotype.Component;

/**
 * Erases people: first the decision, which gives their names back and ends their sessions, and then, as a deadline, the
 * key of their personal data and their files. In this order a crash leaves nobody half erased, whose names nobody could
 * read any more and so nobody could give back.
 */
@Component
class Erasure {

    /** How long a decision that was announced may still come. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Accounts accounts;
    private final Names names;
    private final PasswordHashes hashes;
    private final Codes codes;
    private final LogInAttempts attempts;
    private final PersonalKeys keys;
    private final Deadlines deadlines;
    private final Sweeping sweeping;
    private final Clock clock;

    Erasure(
            Accounts accounts,
            Names names,
            PasswordHashes hashes,
            Codes codes,
            LogInAttempts attempts,
            PersonalKeys keys,
            Deadlines deadlines,
            Sweeping sweeping,
            Clock clock) {
        this.accounts = accounts;
        this.names = names;
        this.hashes = hashes;
        this.codes = codes;
        this.attempts = attempts;
        this.keys = keys;
        this.deadlines = deadlines;
        this.sweeping = sweeping;
        this.clock = clock;
    }

    @CommandHandler
    void handle(EraseOwnAccount command, Actor actor) {
        var account = accounts.own(command.accountId(), actor);
        if (!hashes.is(command.accountId(), command.passwordHash())) {
            throw Refused.field("password", WRONG_PASSWORD);
        }
        erase(command.accountId(), met(account));
    }

    @CommandHandler
    void handle(EraseAccount command, Actor actor) {
        var admin = actor.must(Role.ADMIN);
        var account = met(accounts.load(command.accountId()));
        if (admin.id().equals(command.accountId().value())) {
            throw new Refused(SELF_NOT_ALLOWED);
        }
        erase(command.accountId(), account);
    }

    @CommandHandler
    @Nullable
    AbandonedFiles handle(ForgetPerson command, Actor actor) {
        actor.mustBePlatform();
        var account = find(command.accountId());
        if (account.isPresent() && account.get().invoke(Account::erased)) {
            hashes.forget(command.accountId());
            attempts.forget(command.accountId());
            keys.destroy(command.accountId().value());
            account.get().execute(Account::forget);
            return new AbandonedFiles(new FileKey(AccountFiles.of(command.accountId())));
        }
        if (clock.instant().isBefore(command.askedAt().plus(PATIENCE))) {
            throw new Refused(Common.UNAVAILABLE);
        }
        return null;
    }

    @EventHandler
    void on(PersonForgotten event, @SequenceNumber long sequence) {
        sweeping.after(
                new Position(Account.class.getSimpleName(), event.accountId().toString(), sequence));
    }

    private void erase(AccountId accountId, Aggregate<Account> account) {
        var person = account.invoke(Account::view);
        names.release(person);
        codes.revoke(person.email());
        attempts.forget(person);
        account.execute(Account::erase);
        deadlines.schedule("forget-" + accountId, clock.instant(), new ForgetPerson(accountId, clock.instant()));
    }

    private Optional<Aggregate<Account>> find(AccountId accountId) {
        try {
            return Optional.of(accounts.loadErasedToo(accountId));
        } catch (AggregateNotFoundException neverWas) {
            return Optional.empty();
        }
    }
}
