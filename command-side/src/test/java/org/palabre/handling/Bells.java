package org.palabre.handling;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.CommandHandler;
import org.palabre.queues.QueueRefusal;
import org.palabre.shared.Ids;
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
    private final JdbcTemplate jdbc;

    Bells(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
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
        jdbc.update("insert into personal_key (subject) values (?)", Ids.next());
        if (count(command.bell()).incrementAndGet() == 1) {
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> jdbc.queryForObject(
                            "select count(*) > 5 from pg_stat_activity where wait_event_type = 'Lock'", Boolean.class));
            throw new Refused(QueueRefusal.NOBODY_AVAILABLE);
        }
        return command.bell();
    }

    int rings(String bell) {
        return Optional.ofNullable(rings.get(bell)).map(AtomicInteger::get).orElse(0);
    }

    private AtomicInteger count(String bell) {
        return rings.computeIfAbsent(bell, _ -> new AtomicInteger());
    }
}
