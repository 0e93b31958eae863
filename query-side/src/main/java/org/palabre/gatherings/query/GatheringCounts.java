package org.palabre.gatherings.query;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import javax.sql.DataSource;
import org.palabre.gatherings.query.WantedGatherings.Counted;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How many gatherings there are of a kind, remembered until any gathering changes: to count a hundred thousand takes the
 * database longer than to find twenty of them.
 */
@Component
class GatheringCounts {

    private static final int REMEMBERED = 1_000;

    private final JdbcClient jdbc;
    private final Cache<Known, Long> counts =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    GatheringCounts(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** @param revision of the read model, read before: whoever changes it meanwhile can only make the number younger */
    private record Known(String revision, Counted counted) {}

    /** As it was at this revision, or later. */
    long count(String revision, Counted counted) {
        return counts.get(new Known(revision, counted), _ -> count(counted));
    }

    long count(Counted counted) {
        return jdbc.sql(counted.sql())
                .params(counted.values())
                .query(Long.class)
                .single();
    }
}
