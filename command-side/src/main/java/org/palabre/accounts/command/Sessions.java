package org.palabre.accounts.command;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.palabre.accounts.AccountId;
import org.palabre.accounts.Device;
import org.palabre.accounts.Grant;
import org.palabre.accounts.SessionCommand;
import org.palabre.accounts.SessionCommand.EndSession;
import org.palabre.accounts.SessionCommand.RenewSession;
import org.palabre.accounts.SessionCommand.Renewal;
import org.palabre.accounts.SessionCommand.RevokeSession;
import org.palabre.accounts.SessionEvent.SessionEnded.Cause;
import org.palabre.accounts.SessionEvent.SessionStarted;
import org.palabre.accounts.SessionId;
import org.palabre.shared.Actor;
import org.palabre.shared.Personal;
import org.palabre.shared.Refused;
import org.palabre.shared.Refused.Common;
import org.springframework.stereotype.Component;

/** Starts, renews and ends sessions. */
@Component
class Sessions {

    private final Repository<Session> sessions;
    private final Accounts accounts;
    private final Clock clock;

    Sessions(Repository<Session> sessions, Accounts accounts, Clock clock) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * Starts a session as part of the command being handled.
     *
     * @param era the account's
     */
    Grant start(SessionId sessionId, AccountId accountId, Device device, int era) throws Exception {
        var userAgent = device.userAgent();
        return sessions.newInstance(() -> new Session(new SessionStarted(
                        sessionId,
                        accountId,
                        Personal.of(accountId.value(), device.ip()),
                        userAgent == null ? null : Personal.of(accountId.value(), userAgent),
                        now(),
                        era == 0 ? null : era)))
                .invoke(Session::grant);
    }

    @CommandHandler
    Renewal handle(RenewSession command) {
        try {
            var session = load(command);
            return new Renewal(
                    goesOn(session)
                            ? session.invoke(it -> it.renew(command.number(), now()))
                                    .orElse(null)
                            : null);
        } catch (AggregateNotFoundException neverWas) {
            return new Renewal(null);
        }
    }

    @CommandHandler
    void handle(EndSession command) {
        try {
            var session = load(command);
            if (goesOn(session)) {
                session.execute(it -> it.end(Cause.LOGGED_OUT));
            }
        } catch (AggregateNotFoundException neverWas) {
            // a token of ours for a session that is not in this store: there is nothing to end
        }
    }

    @CommandHandler
    void handle(RevokeSession command, Actor actor) {
        var owner = new AccountId(actor.account().id());
        var session = load(command);
        if (!session.invoke(Session::accountId).equals(owner)
                || session.invoke(it -> it.over(now()))
                || !goesOn(session)) {
            throw new Refused(Common.NOT_FOUND);
        }
        session.execute(it -> it.end(Cause.REVOKED));
    }

    private Aggregate<Session> load(SessionCommand command) {
        return sessions.load(command.sessionId().toString());
    }

    /** Whether its account still lets it: all sessions of an account may be ended at once. */
    private boolean goesOn(Aggregate<Session> session) {
        return accounts.loadErasedToo(session.invoke(Session::accountId))
                .invoke(account -> account.holds(session.invoke(Session::id), session.invoke(Session::era)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
