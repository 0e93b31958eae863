package org.palabre.payments.command.providers;

import static java.net.http.HttpResponse.BodyHandlers.limiting;
import static java.net.http.HttpResponse.BodyHandlers.ofString;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.palabre.payments.Provider;
import org.palabre.payments.command.providers.Exchange.Answer;
import org.palabre.payments.command.providers.Exchange.Lost;
import org.palabre.payments.command.providers.Exchange.NeverLeft;

/**
 * Calls one provider: not for long, along no redirects, and with no more of the answer than is sane. One that fails half of
 * the time is left in peace for a while.
 */
final class ProviderHttp {

    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final Duration ANSWERING = Duration.ofSeconds(20);
    private static final Duration PEACE = Duration.ofSeconds(15);
    private static final int LONGEST_BODY = 1 << 18;
    private static final int CALLS_TO_JUDGE_BY = 10;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECTING)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final CircuitBreaker breaker;
    private final Duration answering;

    ProviderHttp(Provider provider) {
        this(provider, ANSWERING);
    }

    /**
     * @param answering how long an answer may take
     */
    ProviderHttp(Provider provider, Duration answering) {
        this.answering = answering;
        breaker = CircuitBreaker.of(
                provider.name(),
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(CALLS_TO_JUDGE_BY)
                        .minimumNumberOfCalls(CALLS_TO_JUDGE_BY)
                        .waitDurationInOpenState(PEACE)
                        .build());
    }

    Exchange send(HttpRequest.Builder request) {
        if (!breaker.tryAcquirePermission()) {
            return new NeverLeft("left in peace");
        }
        var start = System.nanoTime();
        var call = client.sendAsync(request.timeout(answering).build(), limiting(ofString(), LONGEST_BODY));
        try {
            // the request's own time-out ends with the first line of the answer
            var response = call.get(CONNECTING.plus(answering).toMillis(), TimeUnit.MILLISECONDS);
            breaker.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
            return new Answer(response.statusCode(), response.body());
        } catch (ExecutionException failed) {
            var why = Objects.requireNonNull(failed.getCause());
            breaker.onError(System.nanoTime() - start, TimeUnit.NANOSECONDS, why);
            return neverLeft(why)
                    ? new NeverLeft(why.getClass().getSimpleName())
                    : new Lost(why.getClass().getSimpleName());
        } catch (TimeoutException tooLong) {
            call.cancel(true);
            breaker.onError(System.nanoTime() - start, TimeUnit.NANOSECONDS, tooLong);
            return new Lost("the answer did not end");
        } catch (InterruptedException interrupted) {
            call.cancel(true);
            breaker.releasePermission();
            Thread.currentThread().interrupt();
            return new Lost("interrupted");
        }
    }

    private static boolean neverLeft(Throwable failure) {
        return failure instanceof ConnectException
                || failure instanceof HttpConnectTimeoutException
                || failure instanceof UnknownHostException
                || failure.getCause() instanceof UnresolvedAddressException;
    }
}
