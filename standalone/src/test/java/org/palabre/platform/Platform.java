package org.palabre.platform;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The platform on a home of its own, as whoever installs it starts it: whole, or as several processes. */
public sealed interface Platform extends AutoCloseable permits StandalonePlatform, DistributedPlatform {

    String ADMIN = "admin@example.org";
    String ADMIN_PASSWORD = "une-longue-phrase-de-passe";

    /** Options of a virtual machine that is there soon, and not as fast as it could be later on. */
    List<String> SOON_THERE = List.of("-XX:TieredStopAtLevel=1");

    static Platform start(Path home) {
        return start(home, Map.of());
    }

    /** Starts it, in the shape that {@code palabre.shape} names. */
    static Platform start(Path home, Map<String, String> settings) {
        return switch (System.getProperty("palabre.shape", "standalone")) {
            case "standalone" -> StandalonePlatform.start(home, settings, SOON_THERE);
            case "axon-server" -> DistributedPlatform.start(home, settings, SOON_THERE);
            case String unknown -> throw new IllegalArgumentException("palabre.shape is no shape: " + unknown);
        };
    }

    /** Starts it again on the same home: whatever of it does not run. */
    void start();

    int port();

    Path home();

    /** What all its processes have logged since they were started last. */
    String log();

    /** kill -9 of all that is the platform's own; its database goes on until the next start. */
    void kill();

    /** Whether the database runs that the read models are in. */
    boolean databaseRuns();

    /** kill -9 of the database, if it is there. */
    void killDatabase();

    /** The JDBC address of the read models, past the platform. */
    String database();

    /** Everything that has happened, as it is stored. */
    List<History.Event> history();

    /** Stops it in good order, so that it can be started again, and leaves no process of one that was killed. */
    void stop();

    /** Stops it for good. */
    @Override
    void close();

    default Client anyone() {
        return Client.anonymous("http://127.0.0.1:" + port());
    }

    default Fair fair() {
        return new Fair(anyone());
    }

    default Fair.Person admin() {
        return fair().admin(ADMIN, ADMIN_PASSWORD);
    }
}
