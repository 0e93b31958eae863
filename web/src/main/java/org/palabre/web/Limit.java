package org.palabre.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** So many calls a minute for each of those who make them, counted from their first. */
class Limit {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** Those who are remembered: a few hundred bytes each. */
    private static final int MOST = 50_000;

    private final int perMinute;
    private final TimeMeter time;
    private final Cache<Object, Bucket> buckets;

    /**
     * @param perMinute any number where it is 0
     */
    Limit(int perMinute, TimeMeter time) {
        this.perMinute = perMinute;
        this.time = time;
        // who has not called for a minute may do so as often as somebody new
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(MINUTE)
                .ticker(time::currentTimeNanos)
                .build();
    }

    /** Counts a call, or refuses it, and then it does not count. */
    void take(Object who) {
        if (perMinute > 0) {
            var taken = buckets.get(who, _ -> full()).tryConsumeAndReturnRemaining(1);
            if (!taken.isConsumed()) {
                throw new TooManyRequests(Duration.ofNanos(taken.getNanosToWaitForRefill()));
            }
        }
    }

    /** Does not count a call that was counted. */
    void giveBack(Object who) {
        var bucket = buckets.getIfPresent(who);
        if (bucket != null) {
            bucket.addTokens(1);
        }
    }

    /** Filled again all at once: drop by drop, nearly twice as many would get through in the first minute. */
    private Bucket full() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillIntervally(perMinute, MINUTE))
                .withCustomTimePrecision(time)
                .build();
    }
}
