package org.palabre.handling;

import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.CommandHandler;
import org.palabre.queues.QueueRefusal;
import org.palabre.shared.Refused;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Counts how often it is really asked. */
@Component
class Bells {

    record Ring(String bell) {}

    /** The connection to the database breaks once the bell has rung. */
    record RingAndCrash(String bell) {}

    /** Nobody is there the first time, which takes until others wait; from then on somebody is. */
    record RingUntilSomebodyComes(String bell) {}

    private final Map<String, AtomicInteger> rings = new ConcurrentHashMap<>();
    private final HikariDataSource pool;
    private final JdbcTemplate jdbc;

    Bells(HikariDataSource pool) {
        this.pool = pool;
        this.jdbc = new JdbcTemplate(pool);
    }

    @CommandHandler
    String handle(Ring command) {
        return command.bell() + " " + count(command.bell()).incrementAndGet();
    }

    @CommandHandler
    String handle(RingAndCrash command) {
        var first = count(command.bell()).incrementAndGet() == 1;
        if (first) {
            jdbc.execute("select pg_terminate_backend(pg_backend_pid())");
        }
        return command.bell();
    }

    @CommandHandler
    String handle(RingUntilSomebodyComes command) {
        jdbc.update("insert into personal_key (subject) values (?)", subject(command.bell()));
        if (count(command.bell()).incrementAndGet() == 1) {
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> pool.getHikariPoolMXBean().getActiveConnections() > 5);
            throw new Refused(QueueRefusal.NOBODY_AVAILABLE);
        }
        return command.bell();
    }

    int rings(String bell) {
        return Optional.ofNullable(rings.get(bell)).map(AtomicInteger::get).orElse(0);
    }

    /** Whether there is anything of what a handler wrote when it was rung. */
    boolean heard(String bell) {
        return jdbc.queryForObject(
                "select exists (select from personal_key where subject = ?)", Boolean.class, subject(bell));
    }

    private static UUID subject(String bell) {
        return UUID.nameUUIDFromBytes(bell.getBytes(StandardCharsets.UTF_8));
    }

    private AtomicInteger count(String bell) {
        return rings.computeIfAbsent(bell, _ -> new AtomicInteger());
    }
}
