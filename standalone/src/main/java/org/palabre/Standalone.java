package org.palabre;

import java.util.List;
import org.palabre.accounts.command.imports.ImportAccounts;
import org.palabre.move.Move;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Both sides in one JVM, on an embedded PostgreSQL. */
@SpringBootApplication
class Standalone {

    public static void main(String[] args) {
        var words = List.of(args);
        if (!words.isEmpty() && words.getFirst().equals(Move.NAME)) {
            System.exit(Move.run(EmbeddedDatabase.class, words.subList(1, words.size()), System.getenv()));
        }
        if (!words.isEmpty() && words.getFirst().equals(ImportAccounts.NAME)) {
            System.exit(
                    ImportAccounts.run(new SpringApplicationBuilder(Standalone.class), words.subList(1, words.size())));
        }
        SpringApplication.run(Standalone.class, args);
    }
}
