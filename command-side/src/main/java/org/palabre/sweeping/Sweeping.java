package org.palabre.sweeping;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandHandler;
import org.palabre.deadlines.Deadlines;
import org.palabre.deadlines.Errand;
import org.palabre.eventstore.PersonalTables;
import org.palabre.eventstore.PersonalTables.RewriteTables;
import org.palabre.shared.Actor;
import org.palabre.shared.Positions.Position;
import org.palabre.web.Queries;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Has tables written anew after something personal was deleted from them: it stays on the disk until then. All that was
 * deleted in the same minute shares one or two such rewritings, for the tables cannot be used meanwhile.
 */
@Component
public class Sweeping implements Errand<Sweep> {

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

    /** Has it done soon after the read models show this event, by which something personal was deleted from them. */
    public void after(Position deletion) {
        deadlines.schedule("sweep-" + deletion.aggregate(), nextTurn(), new SweepUp(deletion));
    }

    @CommandHandler
    Sweep handle(SweepUp command, Actor actor) {
        actor.mustBePlatform();
        return new Sweep(command.deletion());
    }

    @Override
    public Class<Sweep> task() {
        return Sweep.class;
    }

    @Override
    public void run(Sweep sweep) {
        queries.awaitShown(sweep.deletion());
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
