package org.palabre.handling;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.ConcurrentMap;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.jspecify.annotations.Nullable;

/**
 * The aggregates that were in use a moment ago, so that a command need not read all their events again. Whoever else
 * changes one makes the append collide, and the copy here is dropped. Bounded, for aggregates are many and some are big.
 */
class RecentAggregates implements Cache {

    private static final int MOST = 10_000;
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final ConcurrentMap<Object, Object> entries = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterAccess(LONGEST)
            .build()
            .asMap();

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as the interface has it
    public <K, V> @Nullable V get(K key) {
        return (V) entries.get(key);
    }

    @Override
    public void put(Object key, Object value) {
        entries.put(key, value);
    }

    @Override
    public boolean putIfAbsent(Object key, Object value) {
        return entries.putIfAbsent(key, value) == null;
    }

    @Override
    public boolean remove(Object key) {
        return entries.remove(key) != null;
    }

    @Override
    public void removeAll() {
        entries.clear();
    }

    @Override
    public boolean containsKey(Object key) {
        return entries.containsKey(key);
    }

    /** Nobody listens to a cache of aggregates. */
    @Override
    public Registration registerCacheEntryListener(EntryListener listener) {
        throw new UnsupportedOperationException("This cache tells nobody");
    }
}
