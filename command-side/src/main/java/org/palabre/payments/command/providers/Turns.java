package org.palabre.payments.command.providers;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * So many calls a second, in the order in which they were wanted. Whoever has to wait keeps a place in the line, and is told
 * when to come back for it: to those who only try again and again luck is not fair.
 */
final class Turns {

    /** Longer than any line: who has not come back by then was served by somebody else, or after a restart. */
    private static final Duration KEPT = Duration.ofHours(6);

    private final TimeMeter time;
    private final Bucket calls;
    private final Cache<Object, Long> places;

    Turns(int perSecond, TimeMeter time) {
        this.time = time;
        this.calls = Bucket.builder()
                .addLimit(limit -> limit.capacity(perSecond).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .withCustomTimePrecision(time)
                .build();
        this.places = Caffeine.newBuilder()
                .expireAfterWrite(KEPT)
                .ticker(time::currentTimeNanos)
                .build();
    }

    /** How long it is until it is this one's turn; nothing if it is now, and then it is taken. */
    Duration take(Object who) {
        var now = time.currentTimeNanos();
        var place = places.get(who, _ -> now + calls.consumeIgnoringRateLimits(1));
        if (place - now > 0) {
            return Duration.ofNanos(place - now);
        }
        return places.asMap().remove(who, place) ? Duration.ZERO : take(who);
    }
}
