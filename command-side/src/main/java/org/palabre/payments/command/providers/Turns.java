package org.palabre.payments.command.providers;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * So many calls a second, and no more. Whoever cannot go is told when to come back: at a moment by chance, in a time that
 * grows with those who wait. So hardly a turn is lost, and nobody is passed over for long.
 */
final class Turns {

    /** So many come back for each who can go. */
    private static final double PRESS = 1.5;

    private static final double NANOS = 1e9;

    /** Who has not come back by then has no need to. */
    private static final Duration GIVEN_UP = Duration.ofMinutes(10);

    private final int perSecond;
    private final RandomGenerator random;
    private final Bucket calls;
    private final Cache<Object, Boolean> waiting;

    Turns(int perSecond, TimeMeter time, RandomGenerator random) {
        this.perSecond = perSecond;
        this.random = random;
        this.calls = Bucket.builder()
                .addLimit(limit -> limit.capacity(perSecond).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .withCustomTimePrecision(time)
                .build();
        this.waiting = Caffeine.newBuilder()
                .expireAfterWrite(GIVEN_UP)
                .ticker(time::currentTimeNanos)
                .build();
    }

    /** How long to wait before another try; nothing if it is this one's turn, and then it is taken. */
    Duration take(Object who) {
        if (calls.tryConsume(1)) {
            waiting.invalidate(who);
            return Duration.ZERO;
        }
        waiting.put(who, true);
        var mean = waiting.estimatedSize() / (perSecond * PRESS);
        return Duration.ofNanos(1 + Math.round(2 * mean * NANOS * random.nextDouble()));
    }
}
