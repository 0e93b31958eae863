package org.palabre.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.palabre.projections.TallyEvent.Counted;

/** Several platforms in one database, of which the first has brought the extension that the other needs too. */
class OwnSchemaTest {

    @AutoClose
    private final ReadSide one = new ReadSide(TallyProjection::new, "one");

    @AutoClose
    private final ReadSide other = one.inSchema("the other", TallyProjection::new);

    @Test
    void each_keeps_to_its_own() throws Exception {
        one.awaitApplied(one.happen("Tally", "é", new Counted("é", 1)));
        other.awaitApplied(other.happen("Tally", "é", new Counted("é", 10)));
        one.rebuild("tally");
        other.rebuild("tally");
        await().until(() -> !one.rebuilding("tally") && !other.rebuilding("tally"));

        assertThat(total(one)).isEqualTo(1);
        assertThat(total(other)).isEqualTo(10);
    }

    @Test
    void generations_that_were_named_without_the_schema_are_taken_along() throws Exception {
        one.awaitApplied(one.happen("Tally", "é", new Counted("é", 1)));
        one.stop();
        one.jdbc.sql("alter schema one_tally_1 rename to tally_1").update();
        one.jdbc
                .sql("alter table projection drop leader, drop leads_until, drop failed, drop position, drop tables")
                .update();
        one.jdbc
                .sql("delete from flyway_schema_history where version in ('3.1', '3.2')")
                .update();

        try (var upgraded = one.inSchema("one", TallyProjection::new)) {
            upgraded.awaitApplied(upgraded.happen("Tally", "é", new Counted("é", 10)));
            assertThat(total(upgraded)).isEqualTo(11);
            upgraded.rebuild("tally");
            await().until(() -> !upgraded.rebuilding("tally"));
            assertThat(total(upgraded)).isEqualTo(11);
        }
    }

    private static int total(ReadSide side) {
        return side.jdbc
                .sql("select sum(total) from tally where search = plain('É')")
                .query(Integer.class)
                .single();
    }
}
