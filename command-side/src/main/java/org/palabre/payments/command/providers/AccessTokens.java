package org.palabre.payments.command.providers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.palabre.payments.command.providers.Exchange.Answer;
import org.palabre.payments.command.providers.Exchange.Lost;
import org.palabre.payments.command.providers.Exchange.NeverLeft;

/** Keeps a provider's access token as long as the provider says it is good, less a tenth of that. */
final class AccessTokens {

    /** What one may call with. */
    sealed interface Access {

        record Token(String value) implements Access {

            /** Shows nothing, so that no log holds the token. */
            @Override
            public String toString() {
                return "Token";
            }
        }

        /** There is none now; whatever it was for was not asked. */
        record None(String why) implements Access {}
    }

    private final Supplier<Exchange> fetch;
    private final Clock clock;
    private final ReentrantLock fetching = new ReentrantLock();
    private Access.Token token = new Access.Token("");
    private Instant goodUntil = Instant.MIN;

    AccessTokens(Supplier<Exchange> fetch, Clock clock) {
        this.fetch = fetch;
        this.clock = clock;
    }

    Access get() {
        fetching.lock();
        try {
            return clock.instant().isBefore(goodUntil) ? token : renewed();
        } finally {
            fetching.unlock();
        }
    }

    /** The provider does not take it any more. */
    void forget() {
        fetching.lock();
        try {
            goodUntil = Instant.MIN;
        } finally {
            fetching.unlock();
        }
    }

    private Access renewed() {
        return switch (fetch.get()) {
            case Answer answer -> {
                var json = Json.read(answer.body());
                var fresh = json.path("access_token").asString("");
                if (!answer.good() || fresh.isEmpty()) {
                    yield new Access.None("no token: " + answer.status());
                }
                var life = Duration.ofSeconds(json.path("expires_in").asLong(0));
                token = new Access.Token(fresh);
                goodUntil = clock.instant().plus(life.minus(life.dividedBy(10)));
                yield token;
            }
            case NeverLeft gone -> new Access.None("no token: " + gone.why());
            case Lost lost -> new Access.None("no token: " + lost.why());
        };
    }
}
