package org.palabre.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.palabre.deadlines.Alarms.Sound;
import org.palabre.deadlines.Alarms.SoundLater;
import org.palabre.deadlines.Alarms.Sounded;
import org.palabre.handling.OnPostgres;
import org.palabre.shared.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@OnPostgres
@Timeout(30)
class DeadlinesTest {

    private static final Instant LATER = Instant.now().plus(Duration.ofDays(1));

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private Alarms alarms;

    @Autowired
    private JdbcTemplate jdbc;

    private final TransactionTemplate transactions;
    private final String name = "alarm " + UUID.randomUUID();

    @Autowired
    DeadlinesTest(PlatformTransactionManager transactions) {
        this.transactions = new TransactionTemplate(transactions);
    }

    @Test
    void at_its_time_the_platform_sends_the_command() throws Exception {
        deadlines.schedule(name, Instant.now(), new Sound(name, 0));

        assertThat(alarms.next()).isEqualTo(new Sounded(name, new Actor.Platform()));
    }

    @Test
    void a_command_that_fails_is_sent_until_it_is_accepted() throws Exception {
        deadlines.schedule(name, Instant.now(), new Sound(name, 1));

        assertThat(alarms.next()).isEqualTo(new Sounded(name, new Actor.Platform()));
    }

    @Test
    void what_is_postponed_comes_again() throws Exception {
        deadlines.schedule(name, Instant.now(), new SoundLater(name));

        assertThat(alarms.next().alarm()).isEqualTo(name);
    }

    @Test
    void a_deadline_waits_for_its_time_in_a_form_that_people_can_read() {
        deadlines.schedule(name, LATER, new Sound("bell of the fair", 0));

        var stored = jdbc.queryForObject(
                "select task_data from scheduled_tasks where task_instance = ?", byte[].class, name);
        assertThat(new String(stored, StandardCharsets.UTF_8)).contains("bell of the fair");
    }

    @Test
    void a_name_stands_for_one_deadline() {
        deadlines.schedule(name, LATER, new Sound("first", 0));
        deadlines.schedule(name, LATER, new Sound("second", 0));

        assertThat(set()).isEqualTo(1);
    }

    @Test
    void a_deadline_is_set_only_if_what_sets_it_is_stored() {
        transactions.executeWithoutResult(transaction -> {
            deadlines.schedule(name, LATER, new Sound(name, 0));
            transaction.setRollbackOnly();
        });
        assertThat(set()).isZero();

        transactions.executeWithoutResult(_ -> deadlines.schedule(name, LATER, new Sound(name, 0)));
        assertThat(set()).isEqualTo(1);
    }

    @Test
    void a_deadline_can_be_dropped_also_when_there_is_none() {
        deadlines.schedule(name, LATER, new Sound(name, 0));
        deadlines.cancel(name);
        deadlines.cancel(name);

        assertThat(set()).isZero();
    }

    @Test
    void a_deadline_is_dropped_only_if_what_drops_it_is_stored() {
        deadlines.schedule(name, LATER, new Sound(name, 0));
        transactions.executeWithoutResult(transaction -> {
            deadlines.cancel(name);
            transaction.setRollbackOnly();
        });

        assertThat(set()).isEqualTo(1);
    }

    private int set() {
        return jdbc.queryForObject("select count(*) from scheduled_tasks where task_instance = ?", Integer.class, name);
    }
}
