package org.palabre.accounts.command;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.palabre.accounts.AccountCommand.Sweep;
import org.palabre.accounts.AccountCommand.SweepUp;
import org.palabre.accounts.AccountEvent.PersonForgotten;
import org.palabre.deadlines.Deadlines;
import org.palabre.deadlines.Errand;
import org.palabre.eventstore.PersonalTables;
import org.palabre.eventstore.PersonalTables.RewriteTables;
import org.palabre.shared.Actor;
import org.palabre.shared.Positions;
import org.palabre.shared.Positions.AwaitProjections;
import org.palabre.shared.Positions.Position;
import org.palabre.web.Queries;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Has tables written anew after people were forgotten: what is deleted from a table stays on the disk until then. All who
 * were forgotten in the same minute share one or two such rewritings, for the tables cannot be used meanwhile.
 */
@Component
class Sweeping implements Errand<Sweep> {

    private static final Duration SHOWN_WITHIN = Duration.ofSeconds(10);

    private final Deadlines deadlines;
    private final PersonalTables tables;
    private final Queries queries;
    private final Clock clock;
    private final Duration every;
    private final boolean othersHaveTheReadModels;
    private final Lock oneAtATime = new ReentrantLock();
    private volatile Instant last = Instant.MIN;

    Sweeping(
            Deadlines deadlines,
            DataSource dataSource,
            Queries queries,
            Clock clock,
            @Value("${palabre.sweep-every:PT1M}") Duration every,
            @Value("${axon.axonserver.enabled}") boolean othersHaveTheReadModels) {
        this.deadlines = deadlines;
        this.tables = new PersonalTables(dataSource);
        this.queries = queries;
        this.clock = clock;
        this.every = every;
        this.othersHaveTheReadModels = othersHaveTheReadModels;
    }

    @EventHandler
    void on(PersonForgotten event, @SequenceNumber long sequence) {
        var account = event.accountId();
        deadlines.schedule(
                "sweep-" + account,
                nextTurn(),
                new SweepUp(account, new Position(Account.class.getSimpleName(), account.toString(), sequence)));
    }

    @CommandHandler
    Sweep handle(SweepUp command, Actor actor) {
        actor.mustBePlatform();
        return new Sweep(command.forgotten());
    }

    @Override
    public Class<Sweep> task() {
        return Sweep.class;
    }

    @Override
    public void run(Sweep sweep) {
        var positions = new Positions(List.of(sweep.forgotten()));
        if (!queries.answer(new AwaitProjections(positions, SHOWN_WITHIN.toMillis()), Boolean.class)) {
            throw new IllegalStateException("The read models do not know yet who was forgotten");
        }
        var since = clock.instant();
        oneAtATime.lock();
        try {
            if (last.isBefore(since)) {
                last = clock.instant();
                rewrite();
            }
        } catch (RuntimeException failure) {
            last = Instant.MIN;
            throw failure;
        } finally {
            oneAtATime.unlock();
        }
    }

    private void rewrite() {
        tables.rewrite();
        if (othersHaveTheReadModels) {
            var _ = queries.answer(new RewriteTables(), Boolean.class);
        }
    }

    private Instant nextTurn() {
        var turn = every.toMillis();
        return Instant.ofEpochMilli((clock.instant().toEpochMilli() / turn + 1) * turn);
    }
}
