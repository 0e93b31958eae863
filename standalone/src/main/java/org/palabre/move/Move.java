package org.palabre.move;

import java.util.List;
import java.util.Map;
import java.util.stream.Gatherers;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.palabre.console.Console;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;

/**
 * Copies what a stopped platform keeps in PostgreSQL to where the distributed platform keeps it, and compares. It looks
 * at everything before it writes anything, and begins where an earlier one was interrupted.
 */
public final class Move {

    /** By this first word on its command line the platform knows that it is not to start. */
    public static final String NAME = "move";

    private static final int DONE = 0;
    private static final int UNFINISHED = 1;
    private static final int NOTHING_COPIED = 2;
    private static final int BATCH = 200;

    private final Class<?> embeddedDatabase;
    private final Console console;
    private boolean copying;

    private Move(Class<?> embeddedDatabase, Console console) {
        this.embeddedDatabase = embeddedDatabase;
        this.console = console;
    }

    /**
     * Moves as the words after the name and the environment say.
     *
     * @param embeddedDatabase brings the database of a platform that was not told to use another
     * @return the exit code
     */
    public static int run(Class<?> embeddedDatabase, List<String> arguments, Map<String, String> environment) {
        return new Move(embeddedDatabase, Console.ofProcess()).run(arguments, environment);
    }

    private int run(List<String> arguments, Map<String, String> environment) {
        if (Orders.askForHelp(arguments)) {
            console.say(Orders.HELP);
            return DONE;
        }
        try {
            move(Orders.of(arguments, environment));
            return DONE;
        } catch (CannotMove reason) {
            console.say(String.valueOf(reason.getMessage()));
        } catch (DataAccessException | TransactionException failure) {
            console.say("PostgreSQL does not answer as it should: %s. Run the move again when it does."
                    .formatted(
                            NestedExceptionUtils.getMostSpecificCause(failure).getMessage()));
        }
        console.say(copying ? "Not everything is moved." : "Nothing was copied.");
        return copying ? UNFINISHED : NOTHING_COPIED;
    }

    private void move(Orders orders) {
        try (var source = OpenDatabase.ofPlatform(embeddedDatabase)) {
            var home = new StoredHome(source.settings());
            if (home.hasDatabaseElsewhere()) {
                requireNobodyElse(source);
            }
            var events = new StoredEvents(source.dataSource());
            var count = events.count();
            if (count == 0) {
                throw new CannotMove("The platform's database holds no event: there is nothing to move.");
            }
            try (var server = new AxonServer(settings(orders, source))) {
                var held = held(events, server, orders.axonServer());
                try (var target = OpenDatabase.ofCommandSide(orders.database())) {
                    var tables = new CommandTables(source, target);
                    tables.missing();
                    copying = true;
                    copy(events, held, count, server);
                    tables.copy();
                    verify(events, count, server);
                    tables.verify().forEach(console::say);
                    requireNothingNew(events, count);
                }
            }
            console.say(
                    ("Moved: Axon Server holds the same %s events in the same order, and the command side's database the"
                                    + " same rows.")
                            .formatted(Console.number(count)));
            console.say("What is left is to bring along by hand:");
            home.keys().forEach(key -> console.say("  " + key));
        }
    }

    /** How many events Axon Server holds already, all of them the first of the platform's. */
    private long held(StoredEvents events, AxonServer server, String address) {
        var total = server.count();
        console.say("Axon Server at %s holds %s events.".formatted(address, Console.number(total)));
        return switch (compare(events, server, "Comparing what is there", total)) {
            case Comparison.Same same -> same.count();
            case Comparison.Beginning beginning -> beginning.count();
            case Comparison.Different different ->
                throw new CannotMove(
                        ("Axon Server at %s holds events that are not this platform's: at number %s %s. Name one"
                                        + " that is empty.")
                                .formatted(address, Console.number(different.position()), different.words()));
        };
    }

    private void copy(StoredEvents events, long held, long count, AxonServer server) {
        console.say("Copying %s events.".formatted(Console.number(count - held)));
        events.read(all -> {
            var done = held;
            var batches = all.skip(held).gather(Gatherers.windowFixed(BATCH)).iterator();
            while (batches.hasNext()) {
                var batch = batches.next();
                server.append(batch);
                done += batch.size();
                console.progress("Copying", done, count);
            }
            return done;
        });
    }

    private void verify(StoredEvents events, long count, AxonServer server) {
        console.say("Reading both from the first event to the last.");
        switch (compare(events, server, "Comparing", count)) {
            case Comparison.Same same -> {
                var line = "%s: %s events, SHA-256 %s";
                console.say(line.formatted("PostgreSQL", Console.number(same.count()), same.source()));
                console.say(line.formatted("Axon Server", Console.number(same.count()), same.target()));
            }
            case Comparison.Beginning beginning -> throw written(beginning.count());
            case Comparison.Different different ->
                throw new CannotMove(
                        ("The histories differ: at number %s %s. Something else wrote to Axon Server: empty it"
                                        + " and run the move again.")
                                .formatted(Console.number(different.position()), different.words()));
        }
    }

    private static void requireNothingNew(StoredEvents events, long before) {
        if (events.count() != before) {
            throw written(before);
        }
    }

    private static CannotMove written(long before) {
        return new CannotMove(
                ("The platform's database has got more than the %s events that it had: something writes to it."
                                + " Stop that, and run the move again.")
                        .formatted(Console.number(before)));
    }

    private Comparison compare(StoredEvents events, AxonServer server, String doing, long total) {
        return events.read(source -> server.read(
                target -> Comparison.of(source.iterator(), target, done -> console.progress(doing, done, total))));
    }

    private static AxonServerConfiguration settings(Orders orders, OpenDatabase source) {
        var settings = Binder.get(source.settings()).bindOrCreate("axon.axonserver", AxonServerConfiguration.class);
        settings.setServers(orders.axonServer());
        return settings;
    }

    /** A platform that runs holds its own database, but not one elsewhere. */
    private static void requireNobodyElse(OpenDatabase source) {
        var others = JdbcClient.create(source.dataSource())
                .sql("""
                        select count(*) from pg_stat_activity
                        where datname = current_database() and usesysid is not null
                            and coalesce(backend_type, 'client backend') = 'client backend'
                            and application_name is distinct from current_setting('application_name')""")
                .query(Long.class)
                .single();
        if (others > 0) {
            throw new CannotMove(
                    "Somebody else works on the platform's database (sessions: %s): stop the platform, and whoever else is there."
                            .formatted(others));
        }
    }
}
