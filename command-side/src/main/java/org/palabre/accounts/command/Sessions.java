package org.palabre.accounts.command;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.palabre.accounts.AccountId;
import org.palabre.accounts.Device;
import org.palabre.accounts.Grant;
import org.palabre.accounts.SessionCommand.EndSession;
import org.palabre.accounts.SessionCommand.RenewSession;
import org.palabre.accounts.SessionCommand.Renewal;
import org.palabre.accounts.SessionEvent.SessionEnded.Cause;
import org.palabre.accounts.SessionEvent.SessionStarted;
import org.palabre.accounts.SessionId;
import org.palabre.shared.Personal;
import org.springframework.stereotype.Component;

/** Starts, renews and ends sessions. */
@Component
class Sessions {

    private final Repository<Session> sessions;
    private final Clock clock;

    Sessions(Repository<Session> sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Starts a session as part of the command being handled. */
    Grant start(SessionId sessionId, AccountId accountId, Device device) throws Exception {
        var userAgent = device.userAgent();
        return sessions.newInstance(() -> new Session(new SessionStarted(
                        sessionId,
                        accountId,
                        Personal.of(accountId.value(), device.ip()),
                        userAgent == null ? null : Personal.of(accountId.value(), userAgent),
                        now())))
                .invoke(Session::grant);
    }

    @CommandHandler
    Renewal handle(RenewSession command) {
        try {
            return new Renewal(sessions.load(command.sessionId().toString())
                    .invoke(session -> session.renew(command.number(), now()))
                    .orElse(null));
        } catch (AggregateNotFoundException neverWas) {
            return new Renewal(null);
        }
    }

    @CommandHandler
    void handle(EndSession command) {
        try {
            sessions.load(command.sessionId().toString()).execute(session -> session.end(Cause.LOGGED_OUT));
        } catch (AggregateNotFoundException neverWas) {
            // a token of ours for a session that is not in this store: there is nothing to end
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
