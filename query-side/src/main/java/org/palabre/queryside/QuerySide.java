package org.palabre.queryside;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The query side as a process of its own, which meets the other side through Axon Server only. */
@SpringBootApplication(scanBasePackages = "org.palabre")
class QuerySide {

    public static void main(String[] args) {
        new SpringApplicationBuilder(QuerySide.class)
                .properties("spring.config.name=query-side")
                .run(args);
    }
}
