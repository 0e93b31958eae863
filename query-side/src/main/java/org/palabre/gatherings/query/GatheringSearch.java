package org.palabre.gatherings.query;

import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.axonframework.queryhandling.QueryHandler;
import org.palabre.gatherings.GatheringQuery.FindGatherings;
import org.palabre.gatherings.GatheringQuery.GatheringPage;
import org.palabre.gatherings.GatheringQuery.GatheringView;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Answers which gatherings there are. Where nothing is found as it is written, something like it is looked for. */
@Component
class GatheringSearch {

    /** A word with a letter too many, too few or wrong has about as much in common with the right one. */
    private static final double ALIKE = 0.5;

    private final JdbcClient jdbc;
    private final GatheringTables tables;
    private final TransactionTemplate transaction;

    GatheringSearch(DataSource dataSource, PlatformTransactionManager transactions, GatheringTables tables) {
        this.jdbc = JdbcClient.create(dataSource);
        this.tables = tables;
        this.transaction = new TransactionTemplate(transactions);
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        transaction.setReadOnly(true);
    }

    @QueryHandler
    GatheringPage handle(FindGatherings query) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            prepare();
            var found = page(WantedGatherings.of(query), query);
            return found.count() == 0 ? like(query) : found;
        }));
    }

    /**
     * Each question is planned for its own values. What costs most is not in any estimate: to get at texts that lie apart,
     * which a look at every row would do, and to start more processes.
     */
    private void prepare() {
        jdbc.sql("""
                        select set_config('plan_cache_mode', 'force_custom_plan', true),
                            set_config('enable_seqscan', 'off', true),
                            set_config('max_parallel_workers_per_gather', '0', true),
                            set_config('jit', 'off', true),
                            set_config('pg_trgm.word_similarity_threshold', ?, true)
                        """).param(Double.toString(ALIKE)).query().singleRow();
    }

    private GatheringPage like(FindGatherings query) {
        var words = words(query.wanted().search());
        return words.isEmpty() ? new GatheringPage(0, List.of()) : page(WantedGatherings.like(words, query), query);
    }

    private List<String> words(String search) {
        return jdbc.sql("select word from string_to_table(words(?), ' ') word where word <> ''")
                .param(search)
                .query((row, _) -> Objects.requireNonNull(row.getString("word")))
                .list();
    }

    private GatheringPage page(WantedGatherings wanted, FindGatherings query) {
        var count = jdbc.sql(wanted.count())
                .params(wanted.values())
                .query(Long.class)
                .single();
        var rows = count <= query.page().offset()
                ? List.<GatheringView>of()
                : tables.views(jdbc.sql(wanted.page(count))
                        .params(wanted.values())
                        .param("size", query.page().size())
                        .param("offset", query.page().offset()));
        return new GatheringPage(count, rows);
    }
}
