package org.palabre.move;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** What the platform keeps beside its database: the folder, and the keys that have to go with it. */
record StoredHome(Environment settings) {

    /** Refuses a folder in which no platform ever ran: its database would be made, and nothing moved from it. */
    static void require(ConfigurableApplicationContext context) {
        var home = new StoredHome(context.getEnvironment());
        if (!home.hasDatabaseElsewhere() && Files.notExists(home.folder().resolve("postgres/data/PG_VERSION"))) {
            throw new CannotMove("There is no platform in %s: say by PALABRE_HOME where it keeps its data."
                    .formatted(home.folder()));
        }
    }

    boolean hasDatabaseElsewhere() {
        return settings.containsProperty("spring.datasource.url");
    }

    /** What is left to do by hand. */
    List<String> keys() {
        return List.of(
                settings.getProperty("palabre.master-key", "").isEmpty()
                        ? "the master key, in %s: both sides need it as PALABRE_MASTER_KEY"
                                .formatted(folder().resolve("master.key"))
                        : "the master key, which PALABRE_MASTER_KEY holds: both sides need the same",
                "the signing key, in %s: the command side needs it as PALABRE_SIGNING_KEY".formatted(signingKey()));
    }

    private Path signingKey() {
        var configured = settings.getProperty("palabre.signing-key", "");
        return configured.isEmpty()
                ? folder().resolve("signing-key.pem")
                : Path.of(configured).toAbsolutePath();
    }

    private Path folder() {
        return Path.of(settings.getProperty("palabre.home", "./data"))
                .toAbsolutePath()
                .normalize();
    }
}
