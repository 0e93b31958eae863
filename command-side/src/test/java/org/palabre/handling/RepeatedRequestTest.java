package org.palabre.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.palabre.handling.Bells.Ring;
import org.palabre.handling.Bells.RingAndCrash;
import org.palabre.handling.Bells.RingUntilSomebodyComes;
import org.palabre.queues.CompanyCommand.NewToken;
import org.palabre.queues.CompanyCommand.OpenCompany;
import org.palabre.queues.CompanyCommand.RegenerateToken;
import org.palabre.queues.CompanyCommand.RemoveCompany;
import org.palabre.queues.CompanyId;
import org.palabre.shared.Actor;
import org.palabre.shared.Actor.Role;
import org.palabre.shared.Ids;
import org.palabre.shared.Refused;
import org.palabre.web.Commands;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@OnPostgres
class RepeatedRequestTest {

    private static final Actor.Account ADMIN = new Actor.Account(Ids.next(), Ids.next(), true, Set.of(Role.ADMIN));
    private static final Actor.Account OTHER_ADMIN =
            new Actor.Account(Ids.next(), Ids.next(), true, Set.of(Role.ADMIN));
    private static final CompanyId ACME = CompanyId.next();
    private static final CompanyId GLOBEX = CompanyId.next();

    @Autowired
    private Commands commands;

    @Autowired
    private EventStore events;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Cache aggregates;

    @Autowired
    private Bells bells;

    private String key;

    @BeforeEach
    void a_new_key() {
        key = "key " + Ids.next();
        jdbc.execute("truncate event, snapshot");
        aggregates.removeAll();
    }

    @Test
    void the_same_request_happens_once_and_is_answered_the_same() {
        var first = open(ACME, "Acme");
        var second = open(GLOBEX, "Acme");

        assertThat(second).isEqualTo(first);
        assertThat(events.lastSequenceNumberFor(ACME.toString())).contains(0L);
        assertThat(events.lastSequenceNumberFor(GLOBEX.toString())).isEmpty();
    }

    @Test
    void a_secret_in_an_answer_cannot_be_read_in_the_store() {
        var token = open(ACME, "Acme").accessToken();

        assertThat(jdbc.queryForList("select convert_from(payload, 'UTF8') from event", String.class))
                .isNotEmpty()
                .noneMatch(payload -> payload.contains(token));
    }

    @Test
    void an_answer_without_anything_in_it_is_repeated_too() {
        open(ACME, "Acme");
        var remove = "remove " + key;
        Request.by(ADMIN).with("Idempotency-Key", remove).send(commands, new RemoveCompany(ACME), Object.class);

        assertThat(Request.by(ADMIN)
                        .with("Idempotency-Key", remove)
                        .send(commands, new RemoveCompany(ACME), Object.class))
                .isNull();
    }

    @Test
    void another_request_may_not_use_the_key() {
        Request.by(ADMIN).with("Idempotency-Key", key).send(commands, new Ring("tin"), String.class);

        assertThatThrownBy(() -> Request.by(ADMIN)
                        .with("Idempotency-Key", key)
                        .to("/api/elsewhere")
                        .send(commands, new Ring("tin"), String.class))
                .isInstanceOf(Refused.class)
                .hasMessage("idempotency_key_reused");
        assertThat(bells.rings("tin")).isEqualTo(1);
    }

    @Test
    void each_caller_has_keys_of_their_own() {
        Request.by(ADMIN).with("Idempotency-Key", key).send(commands, new Ring("brass"), String.class);
        Request.by(OTHER_ADMIN).with("Idempotency-Key", key).send(commands, new Ring("brass"), String.class);

        assertThat(bells.rings("brass")).isEqualTo(2);
    }

    @Test
    void a_conflict_is_repeated_even_when_it_would_be_none_now() {
        Request.by(ADMIN).send(commands, new OpenCompany(ACME, "Acme", 1, null), NewToken.class);
        assertThatThrownBy(() -> open(GLOBEX, "acme")).hasMessage("name_taken");
        Request.by(ADMIN).send(commands, new RemoveCompany(ACME), Object.class);

        assertThatThrownBy(() -> open(GLOBEX, "acme"))
                .isInstanceOf(Refused.class)
                .hasMessage("name_taken");
    }

    @Test
    void what_is_not_found_leaves_the_key_free() {
        assertThatThrownBy(() -> regenerate(ACME)).isInstanceOf(Refused.class).hasMessage("not_found");
        Request.by(ADMIN).send(commands, new OpenCompany(ACME, "Acme", 1, null), NewToken.class);

        assertThat(regenerate(ACME).company().id()).isEqualTo(ACME);
    }

    @Test
    void an_outdated_version_leaves_the_key_free() {
        Request.by(ADMIN).send(commands, new OpenCompany(ACME, "Acme", 1, null), NewToken.class);
        assertThatThrownBy(() -> Request.by(ADMIN)
                        .with("Idempotency-Key", key)
                        .with("If-Match", "\"5\"")
                        .send(commands, new RegenerateToken(ACME), NewToken.class))
                .hasMessage("version_conflict");

        assertThat(regenerate(ACME).company().version()).isEqualTo(1);
    }

    @Test
    void a_crash_before_the_commit_leaves_the_key_free() {
        assertThatThrownBy(() -> Request.by(ADMIN)
                        .with("Idempotency-Key", key)
                        .send(commands, new RingAndCrash("glass"), String.class))
                .hasMessage("unavailable");

        assertThat(Request.by(ADMIN)
                        .with("Idempotency-Key", key)
                        .send(commands, new RingAndCrash("glass"), String.class))
                .isEqualTo("glass");
        assertThat(bells.rings("glass")).isEqualTo(2);
    }

    @Test
    void of_twenty_at_once_one_is_handled_and_all_are_answered_the_same() throws Exception {
        var answers = new HashSet<String>();
        try (var threads = Executors.newFixedThreadPool(20)) {
            Callable<String> request =
                    () -> Request.by(ADMIN).with("Idempotency-Key", key).send(commands, new Ring("gold"), String.class);
            var all = new ArrayList<Future<String>>();
            for (int i = 0; i < 20; i++) {
                all.add(threads.submit(request));
            }
            for (var each : all) {
                answers.add(each.get());
            }
        }

        assertThat(answers).containsExactly("gold 1");
        assertThat(bells.rings("gold")).isEqualTo(1);
    }

    @Test
    void of_twenty_at_once_one_is_refused_and_all_are_refused_the_same_although_it_would_be_none_now()
            throws Exception {
        try (var threads = Executors.newFixedThreadPool(20)) {
            Callable<String> request = () -> Request.by(ADMIN)
                    .with("Idempotency-Key", key)
                    .send(commands, new RingUntilSomebodyComes("clay"), String.class);
            var all = new ArrayList<Future<String>>();
            for (int i = 0; i < 20; i++) {
                all.add(threads.submit(request));
            }
            for (var each : all) {
                assertThatThrownBy(each::get).hasRootCauseMessage("nobody_available");
            }
        }

        assertThat(bells.rings("clay")).isEqualTo(1);
        assertThat(bells.heard("clay")).as("what the refused one had written").isFalse();
    }

    private NewToken open(CompanyId company, String name) {
        return Request.by(ADMIN)
                .with("Idempotency-Key", key)
                .send(commands, new OpenCompany(company, name, 1, null), NewToken.class);
    }

    private NewToken regenerate(CompanyId company) {
        return Request.by(ADMIN)
                .with("Idempotency-Key", key)
                .send(commands, new RegenerateToken(company), NewToken.class);
    }
}
