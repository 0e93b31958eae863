package org.palabre.commandside;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The command side as a process of its own, which meets the other side through Axon Server only. */
@SpringBootApplication(scanBasePackages = "org.palabre")
class CommandSide {

    public static void main(String[] args) {
        new SpringApplicationBuilder(CommandSide.class)
                .properties("spring.config.name=command-side")
                .run(args);
    }
}
