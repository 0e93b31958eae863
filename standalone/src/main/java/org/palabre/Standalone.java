package org.palabre;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Both sides in one JVM, on an embedded PostgreSQL. */
@SpringBootApplication
class Standalone {

    public static void main(String[] args) {
        SpringApplication.run(Standalone.class, args);
    }
}
