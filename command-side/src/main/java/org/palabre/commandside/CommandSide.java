package org.palabre.commandside;

import java.util.List;
import org.palabre.accounts.command.imports.ImportAccounts;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The command side as a process of its own, which meets the other side through Axon Server only. */
@SpringBootApplication(scanBasePackages = "org.palabre")
class CommandSide {

    public static void main(String[] args) {
        var platform = new SpringApplicationBuilder(CommandSide.class).properties("spring.config.name=command-side");
        var words = List.of(args);
        if (!words.isEmpty() && words.getFirst().equals(ImportAccounts.NAME)) {
            System.exit(ImportAccounts.run(platform, words.subList(1, words.size())));
        }
        platform.run(args);
    }
}
