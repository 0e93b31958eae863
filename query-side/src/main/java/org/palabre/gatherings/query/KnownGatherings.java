package org.palabre.gatherings.query;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.palabre.gatherings.query.WantedGatherings.Question;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How many gatherings there are of a kind, and which of them are on a page, remembered until any gathering changes: the same
 * first pages are looked at again and again, and to count a hundred thousand takes the database longer than to find twenty
 * of them.
 */
@Component
class KnownGatherings {

    private static final int REMEMBERED = 1_000;

    private final JdbcClient jdbc;
    private final Cache<Known, Long> counts = remembered();
    private final Cache<Known, List<UUID>> pages = remembered();

    KnownGatherings(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    private static <A> Cache<Known, A> remembered() {
        return Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    }

    /** @param revision of the read model, read before: whoever changes it meanwhile can only make the answer younger */
    private record Known(String revision, Question question) {}

    /** Which change was the last one to what is searched. */
    String revision() {
        return jdbc.sql("select changed_by::text from gathering_revision")
                .query(String.class)
                .single();
    }

    /** As it was at this revision, or later. */
    long count(String revision, Question question, Function<Question, Long> ask) {
        return counts.get(new Known(revision, question), known -> ask.apply(known.question()));
    }

    /** As it was at this revision, or later. */
    List<UUID> page(String revision, Question question, Function<Question, List<UUID>> ask) {
        return pages.get(new Known(revision, question), known -> ask.apply(known.question()));
    }
}
