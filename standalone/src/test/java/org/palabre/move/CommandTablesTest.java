package org.palabre.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.palabre.platform.OneShape;
import org.springframework.jdbc.core.JdbcTemplate;

@OneShape("it starts no platform")
class CommandTablesTest {

    private final OpenDatabase source = open();
    private final OpenDatabase target = open();

    @BeforeEach
    void keep() {
        run(source, """
                insert into personal_key (subject, wrapped_key) select gen_random_uuid(), '\\x00ff10' from generate_series(1, 700);
                insert into personal_key (subject, destroyed_at) values (gen_random_uuid(), now());
                insert into credential values (gen_random_uuid(), E'a\\thash\\nof \\\\ two lines é', now());
                insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                    values ('send', 'b', now(), false, 1), ('send', 'A', now(), false, 1), ('send', 'é', now(), true, 1);""");
    }

    @AfterEach
    void close() {
        source.close();
        target.close();
    }

    @Test
    void everything_beside_the_events_is_copied() {
        var tables = new CommandTables(source, target);
        tables.missing();
        tables.copy();

        assertThat(tables.verify())
                .anySatisfy(line -> assertThat(line).startsWith("personal_key: 701 rows"))
                .anySatisfy(line -> assertThat(line).startsWith("credential: 1 rows"))
                .anySatisfy(line -> assertThat(line).startsWith("scheduled_tasks: 3 rows"))
                .noneSatisfy(line -> assertThat(line).startsWith("event"))
                .noneSatisfy(line -> assertThat(line).contains("flyway"));
    }

    @Test
    void copying_again_changes_nothing() {
        new CommandTables(source, target).copy();
        var again = new CommandTables(source, target);
        again.missing();
        again.copy();

        assertThat(again.verify()).anySatisfy(line -> assertThat(line).startsWith("personal_key: 701 rows"));
    }

    @Test
    void a_target_that_holds_something_else_is_refused_and_left_alone() {
        run(target, "insert into credential values (gen_random_uuid(), 'of somebody else', now())");
        var tables = new CommandTables(source, target);

        assertThatThrownBy(tables::missing).isInstanceOf(CannotMove.class).hasMessageContaining("credential");
        assertThatThrownBy(tables::copy).isInstanceOf(CannotMove.class);
        assertThat(new JdbcTemplate(target.dataSource())
                        .queryForObject("select count(*) from personal_key", Long.class))
                .isZero();
    }

    @Test
    void what_changes_afterwards_is_noticed() {
        var tables = new CommandTables(source, target);
        tables.copy();
        run(source, "update credential set changed_at = changed_at + interval '1 microsecond'");

        assertThatThrownBy(tables::verify).isInstanceOf(CannotMove.class).hasMessageContaining("credential");
    }

    private static OpenDatabase open() {
        return OpenDatabase.ofCommandSide(DatabaseAddress.of(TestDatabases.fresh(), "postgres", ""));
    }

    private static void run(OpenDatabase database, String sql) {
        new JdbcTemplate(database.dataSource()).execute(sql);
    }
}
