package org.palabre.handling;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.springframework.boot.test.context.SpringBootTest;

/** A test of the whole command side on a real PostgreSQL. */
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = CommandSide.class,
        properties = {
            "spring.config.name=palabre",
            "axon.axonserver.enabled=false",
            "spring.flyway.locations=classpath:db/event-store,classpath:db/command-side",
            "palabre.master-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
            "palabre.home=target/home",
            "spring.main.banner-mode=off",
            "logging.level.root=error"
        })
public @interface OnPostgres {}
