package org.palabre.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.palabre.claims.Values.KIND;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.palabre.claims.Values.Move;
import org.palabre.claims.Values.Release;
import org.palabre.claims.Values.Take;
import org.palabre.claims.Values.TakeFirst;
import org.palabre.handling.OnPostgres;
import org.palabre.shared.Actor;
import org.palabre.shared.Refused;
import org.palabre.web.Commands;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@OnPostgres
class ClaimsTest {

    private static final Actor PLATFORM = new Actor.Platform();
    private static final UUID ADA = UUID.randomUUID();
    private static final UUID BOB = UUID.randomUUID();

    @Autowired
    private Commands commands;

    @Autowired
    private Claims claims;

    @Autowired
    private JdbcTemplate jdbc;

    private final String value = "ada" + UUID.randomUUID() + "@example.org";
    private final String other = "bob" + UUID.randomUUID() + "@example.org";

    @Test
    void a_value_has_one_owner() {
        commands.sendAs(PLATFORM, new Take(value, ADA));

        assertThatThrownBy(() -> commands.sendAs(PLATFORM, new Take(value, BOB)))
                .isInstanceOf(Refused.class)
                .hasMessage("name_taken");
        assertThat(claims.owner(KIND, value)).contains(ADA);
    }

    @Test
    void whoever_has_a_value_may_take_it_again() {
        commands.sendAs(PLATFORM, new Take(value, ADA));
        commands.sendAs(PLATFORM, new Take(value, ADA));

        assertThat(claims.owner(KIND, value)).contains(ADA);
    }

    @Test
    void a_value_is_claimed_for_its_kind_only() {
        commands.sendAs(PLATFORM, new Take(value, ADA));

        assertThat(claims.owner("another kind", value)).isEmpty();
    }

    @Test
    void a_released_value_can_be_taken() {
        commands.sendAs(PLATFORM, new Take(value, ADA));
        commands.sendAs(PLATFORM, new Release(value, ADA));
        assertThat(claims.owner(KIND, value)).isEmpty();

        commands.sendAs(PLATFORM, new Take(value, BOB));
        assertThat(claims.owner(KIND, value)).contains(BOB);
    }

    @Test
    void nobody_releases_what_another_has_or_nobody_has() {
        commands.sendAs(PLATFORM, new Take(value, ADA));
        commands.sendAs(PLATFORM, new Release(value, BOB));
        commands.sendAs(PLATFORM, new Release(other, BOB));

        assertThat(claims.owner(KIND, value)).contains(ADA);
        assertThat(claims.owner(KIND, other)).isEmpty();
    }

    @Test
    void a_move_frees_the_one_and_takes_the_other_or_does_neither() {
        commands.sendAs(PLATFORM, new Take(value, ADA));
        commands.sendAs(PLATFORM, new Take(other, BOB));
        assertThatThrownBy(() -> commands.sendAs(PLATFORM, new Move(value, other, ADA)))
                .isInstanceOf(Refused.class);
        assertThat(claims.owner(KIND, value)).contains(ADA);

        commands.sendAs(PLATFORM, new Release(other, BOB));
        commands.sendAs(PLATFORM, new Move(value, other, ADA));
        assertThat(claims.owner(KIND, value)).isEmpty();
        assertThat(claims.owner(KIND, other)).contains(ADA);
    }

    @Test
    void what_has_been_given_back_is_not_untouched() {
        assertThat(claims.untouched(KIND, value)).isTrue();
        commands.sendAs(PLATFORM, new TakeFirst(value, ADA));
        assertThat(claims.untouched(KIND, value)).isFalse();

        commands.sendAs(PLATFORM, new Release(value, ADA));
        assertThat(claims.untouched(KIND, value)).isFalse();
        assertThatThrownBy(() -> commands.sendAs(PLATFORM, new TakeFirst(value, BOB)))
                .isInstanceOf(Refused.class)
                .hasMessage("conflict");
    }

    @Test
    void of_fifty_who_want_to_be_the_first_one_is() throws Exception {
        var winners = together(Stream.generate(UUID::randomUUID)
                .limit(50)
                .<Callable<List<UUID>>>map(
                        owner -> () -> refused(new TakeFirst(value, owner)) ? List.of() : List.of(owner))
                .toList());

        var winner = winners.stream().flatMap(List::stream).toList();
        assertThat(winner).hasSize(1);
        assertThat(claims.owner(KIND, value)).contains(winner.getFirst());
    }

    @Test
    void of_fifty_who_want_a_value_at_once_one_gets_it() throws Exception {
        var winners = together(Stream.generate(UUID::randomUUID)
                .limit(50)
                .<Callable<List<UUID>>>map(owner -> () -> refused(new Take(value, owner)) ? List.of() : List.of(owner))
                .toList());

        var winner = winners.stream().flatMap(List::stream).toList();
        assertThat(winner).hasSize(1);
        assertThat(claims.owner(KIND, value)).contains(winner.getFirst());
    }

    @Test
    void two_who_want_each_other_s_values_do_not_wait_for_each_other() throws Exception {
        commands.sendAs(PLATFORM, new Take(value, ADA));
        commands.sendAs(PLATFORM, new Take(other, BOB));

        var refused = together(Stream.generate(() -> Stream.<Callable<Boolean>>of(
                        () -> refused(new Move(value, other, ADA)), () -> refused(new Move(other, value, BOB))))
                .limit(20)
                .flatMap(pair -> pair)
                .toList());

        assertThat(refused).containsOnly(true);
        assertThat(claims.owner(KIND, value)).contains(ADA);
        assertThat(claims.owner(KIND, other)).contains(BOB);
    }

    @Test
    void the_stored_events_hold_no_trace_of_a_value() {
        commands.sendAs(PLATFORM, new Take(value, ADA));
        commands.sendAs(PLATFORM, new Move(value, other, ADA));

        var rows = jdbc.queryForList("""
                select concat_ws(' ', aggregate_id, type, convert_from(payload, 'UTF8'), convert_from(metadata, 'UTF8'))
                from event""", String.class);
        assertThat(rows)
                .isNotEmpty()
                .noneMatch(row -> row.contains(value) || row.contains(other) || row.contains("example.org"));
    }

    private boolean refused(Object command) {
        try {
            commands.sendAs(PLATFORM, command);
            return false;
        } catch (Refused refused) {
            return true;
        }
    }

    private static <T> List<T> together(List<Callable<T>> tasks) throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(tasks.size())) {
            return threads.invokeAll(tasks).stream().map(Future::resultNow).toList();
        }
    }
}
