package org.palabre.handling;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.palabre.web.Commands;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;

/** The same command side once more, in a context of its own, on the same database; deadlines are left to the first. */
@Lazy
@Component
public class SecondServer implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    SecondServer(JdbcConnectionDetails database) {
        var test = Objects.requireNonNull(
                AnnotatedElementUtils.findMergedAnnotation(OnPostgres.class, SpringBootTest.class));
        context = new SpringApplicationBuilder(CommandSide.class)
                .run(Stream.concat(
                                Arrays.stream(test.properties()),
                                Stream.of(
                                        "server.port=0",
                                        "db-scheduler.polling-interval=1h",
                                        "test.database=" + database.getJdbcUrl()))
                        .map("--"::concat)
                        .toArray(String[]::new));
    }

    public Commands commands() {
        return context.getBean(Commands.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
