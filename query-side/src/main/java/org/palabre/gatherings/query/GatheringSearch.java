package org.palabre.gatherings.query;

import static org.palabre.gatherings.query.GatheringTables.GATHERING;
import static org.palabre.gatherings.query.GatheringTables.uuid;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.axonframework.queryhandling.QueryHandler;
import org.palabre.gatherings.GatheringQuery.FindGatherings;
import org.palabre.gatherings.GatheringQuery.GatheringPage;
import org.palabre.gatherings.GatheringQuery.GatheringView;
import org.palabre.gatherings.query.WantedGatherings.Question;
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
     * seem dear, so that all indexes are asked first. What the words of a search mean comes before, with a plan for all.
     */
    private static final String PLANNED = """
            select coalesce(sought(?)::text, '') sought,
                set_config('plan_cache_mode', 'force_custom_plan', true),
                set_config('cpu_tuple_cost', '10', true),
                set_config('max_parallel_workers_per_gather', '0', true),
                set_config('jit', 'off', true)
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

    /** One plan for all pages: from here the database does not see how many they are. */
    private static final String IN_ORDER = GATHERING
            + " join unnest((select ?)) with ordinality page (id, number) on page.id = gathering.id order by number";

    private final JdbcClient jdbc;
    private final KnownGatherings known;
    private final GatheringTables tables;
    private final TransactionTemplate transaction;

    GatheringSearch(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            KnownGatherings known,
            GatheringTables tables) {
        this.jdbc = JdbcClient.create(dataSource);
        this.known = known;
        this.tables = tables;
        this.transaction = new TransactionTemplate(transactions);
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        transaction.setReadOnly(true);
    }

    /** Some of those that are found, in their order. */
    private record Found(long count, List<UUID> ids) {}

    /** One of so many that are found. */
    private record Hit(UUID id, long found) {}

    @QueryHandler
    GatheringPage handle(FindGatherings query) {
        var found = query.wanted().search().isBlank() ? findAll(query) : findByWords(query);
        return new GatheringPage(found.count(), inOrder(found.ids()));
    }

    private List<GatheringView> inOrder(List<UUID> ids) {
        return ids.isEmpty() ? List.of() : tables.views(jdbc.sql(IN_ORDER).param(ids.toArray(UUID[]::new)));
    }

    private Found findAll(FindGatherings query) {
        var wanted = new WantedGatherings(query, Optional.empty());
        return wanted.few() ? planned("", _ -> findFew(wanted, query.page())) : findMany(wanted, query.page());
    }

    private Found findByWords(FindGatherings query) {
        var search = query.wanted().search();
        var found = planned(search, sought -> findFew(new WantedGatherings(query, Optional.of(sought)), query.page()));
        return found.count() > 0 ? found : findLike(alike(search), query);
    }

    private Found findLike(String alike, FindGatherings query) {
        return planned("", _ -> findFew(new WantedGatherings(query, Optional.of(alike)), query.page()));
    }

    private Found findFew(WantedGatherings wanted, Page.Request page) {
        var hits = ask(wanted.foundPage())
                .query((row, _) -> new Hit(uuid(row, "id"), row.getLong("found")))
                .list();
        var count = hits.isEmpty() ? countBefore(wanted, page) : hits.getFirst().found();
        return new Found(count, hits.stream().map(Hit::id).toList());
    }

    /** How many there are, where the page has none. */
    private long countBefore(WantedGatherings wanted, Page.Request page) {
        return page.number() == 1 ? 0 : ask(wanted.count()).query(Long.class).single();
    }

    private Found findMany(WantedGatherings wanted, Page.Request page) {
        var revision = known.revision();
        var count = known.count(
                revision,
                wanted.count(),
                question -> planned("", _ -> ask(question).query(Long.class).single()));
        if (count <= page.offset()) {
            return new Found(count, List.of());
        }
        var wantedPage = wanted.page(count);
        return new Found(
                count, wanted.orderedByFigures() ? ids(wantedPage) : known.page(revision, wantedPage, this::ids));
    }

    private List<UUID> ids(Question page) {
        return planned("", _ -> ask(page).query((row, _) -> uuid(row, "id")).list());
    }

    private String alike(String search) {
        return jdbc.sql(ALIKE).param(search).query(String.class).single();
    }

    private StatementSpec ask(Question question) {
        return jdbc.sql(question.sql()).params(question.values());
    }

    /** Asks what takes planning, with the words of a search as they are sought. */
    private <A> A planned(String search, Function<String, A> ask) {
        return Objects.requireNonNull(transaction.execute(_ -> ask.apply(jdbc.sql(PLANNED)
                .param(search)
                .query((row, _) -> Objects.requireNonNull(row.getString("sought")))
                .single())));
    }
}
