package org.palabre.gatherings.query;

import static org.palabre.gatherings.query.GatheringTables.GATHERING;
import static org.palabre.gatherings.query.GatheringTables.uuid;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.queryhandling.QueryHandler;
import org.palabre.gatherings.GatheringQuery.FindGatherings;
import org.palabre.gatherings.GatheringQuery.GatheringPage;
import org.palabre.shared.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Answers which gatherings there are. Where nothing is found as it is written, something like it is looked for. */
@Component
class GatheringSearch {

    /**
     * Each question is planned for its own values. What costs most is not in any estimate: to start more processes, and to
     * get at rows, of which there are many more than the planner thinks wherever a place is asked for. They are made to
     * seem dear, so that all indexes are asked first.
     */
    private static final String PREPARE = """
            select set_config('plan_cache_mode', 'force_custom_plan', true),
                set_config('cpu_tuple_cost', '10', true),
                set_config('max_parallel_workers_per_gather', '0', true),
                set_config('jit', 'off', true),
                coalesce(sought(?)::text, '') sought,
                (select changed_by::text from gathering_revision) revision
            """;

    /** A word that nobody uses may be meant as the one it resembles most; where there is a number, it is meant as it is. */
    private static final String ALIKE = """
            select coalesce(string_agg(meant, ' & '), '')
            from string_to_table(words(?), ' ') typed, lateral (
                select '(' || string_agg(sought(word)::text, ' | ') || ')' meant from (
                    select typed word
                    union
                    (select word from gathering_word where resembles(word, typed) and typed !~ '\\d'
                        order by likeness(word, typed) desc fetch first 1 row with ties)) alike) alikes
            where sought(typed) is not null
            """;

    private static final String IN_ORDER =
            GATHERING + " join unnest(?) with ordinality page (id, number) on page.id = gathering.id order by number";

    private final JdbcClient jdbc;
    private final GatheringCounts counts;
    private final GatheringTables tables;
    private final TransactionTemplate transaction;

    GatheringSearch(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            GatheringCounts counts,
            GatheringTables tables) {
        this.jdbc = JdbcClient.create(dataSource);
        this.counts = counts;
        this.tables = tables;
        this.transaction = new TransactionTemplate(transactions);
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        transaction.setReadOnly(true);
    }

    private record Prepared(String sought, String revision) {}

    /** Some of those that are found, in their order. */
    private record Found(long count, List<UUID> ids) {}

    /** One of so many that are found. */
    private record Hit(UUID id, long found) {}

    @QueryHandler
    GatheringPage handle(FindGatherings query) {
        var found = Objects.requireNonNull(transaction.execute(_ -> find(query)));
        return new GatheringPage(
                found.count(), tables.views(jdbc.sql(IN_ORDER).param(found.ids().toArray(UUID[]::new))));
    }

    private Found find(FindGatherings query) {
        var search = query.wanted().search();
        var prepared = prepare(search);
        if (search.isBlank()) {
            return find(new WantedGatherings(query, Optional.empty()), prepared.revision(), query.page());
        }
        var found =
                find(new WantedGatherings(query, Optional.of(prepared.sought())), prepared.revision(), query.page());
        return found.count() > 0
                ? found
                : find(new WantedGatherings(query, Optional.of(alike(search))), prepared.revision(), query.page());
    }

    private Prepared prepare(String search) {
        return jdbc.sql(PREPARE)
                .param(search)
                .query((row, _) -> new Prepared(
                        Objects.requireNonNull(row.getString("sought")),
                        Objects.requireNonNull(row.getString("revision"))))
                .single();
    }

    private String alike(String search) {
        return jdbc.sql(ALIKE).param(search).query(String.class).single();
    }

    private Found find(WantedGatherings wanted, String revision, Page.Request page) {
        return wanted.few() ? findFew(wanted, page) : findMany(wanted, revision, page);
    }

    private Found findFew(WantedGatherings wanted, Page.Request page) {
        var hits = statement(wanted.foundPage(), wanted, page)
                .query((row, _) -> new Hit(uuid(row, "id"), row.getLong("found")))
                .list();
        var count = hits.isEmpty() ? countBefore(wanted, page) : hits.getFirst().found();
        return new Found(count, hits.stream().map(Hit::id).toList());
    }

    /** How many there are, where the page has none. */
    private long countBefore(WantedGatherings wanted, Page.Request page) {
        return page.number() == 1 ? 0 : counts.count(wanted.count());
    }

    private Found findMany(WantedGatherings wanted, String revision, Page.Request page) {
        var count = counts.count(revision, wanted.count());
        return count <= page.offset()
                ? new Found(count, List.of())
                : new Found(
                        count,
                        statement(wanted.page(count), wanted, page)
                                .query((row, _) -> uuid(row, "id"))
                                .list());
    }

    private StatementSpec statement(String sql, WantedGatherings wanted, Page.Request page) {
        return jdbc.sql(sql).params(wanted.values()).param("size", page.size()).param("offset", page.offset());
    }
}
