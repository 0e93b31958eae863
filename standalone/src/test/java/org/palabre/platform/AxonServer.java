package org.palabre.platform;

import io.axoniq.axonserver.connector.AxonServerConnectionFactory;
import io.axoniq.axonserver.connector.event.EventChannel;
import io.axoniq.axonserver.connector.impl.ServerAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The Axon Server in development mode that the environment names. */
public record AxonServer(String host, int port, int httpPort) {

    /** The one at {@code AXON_SERVER}, whose pages are on port {@code AXON_SERVER_HTTP}. */
    public static AxonServer named() {
        var address = Optional.ofNullable(System.getenv("AXON_SERVER"))
                .orElseThrow(() -> new IllegalStateException(
                        "AXON_SERVER names no Axon Server (host:port), so the distributed shape cannot be tried"))
                .split(":");
        return new AxonServer(
                address[0],
                Integer.parseInt(address[1]),
                Integer.parseInt(
                        Optional.ofNullable(System.getenv("AXON_SERVER_HTTP")).orElse("8024")));
    }

    public String address() {
        return host + ":" + port;
    }

    /** Whether it is there for those who call it. */
    public boolean serves() {
        try {
            return answer("GET", "/actuator/health").statusCode() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    /** Takes everything out of it: whoever comes next finds it new. */
    public void empty() {
        var answer = answer("DELETE", "/v1/devmode/purge-events");
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(
                    "The tests need an Axon Server that they may empty (axoniq.axonserver.devmode.enabled=true): %s was answered with %d %s"
                            .formatted(answer.request(), answer.statusCode(), answer.body()));
        }
    }

    private HttpResponse<String> answer(String method, String path) {
        var request = HttpRequest.newBuilder(URI.create("http://%s:%d%s".formatted(host, httpPort, path)))
                .method(method, BodyPublishers.noBody())
                .timeout(Patience.LONGEST)
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** All events that it has stored until now, counted from one as in the other store. */
    List<History.Event> history() {
        var factory = AxonServerConnectionFactory.forClient("history")
                .routingServers(new ServerAddress(host, port))
                .build();
        try {
            return events(factory.connect("default").eventChannel());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } finally {
            factory.shutdown();
        }
    }

    private static List<History.Event> events(EventChannel stored) throws InterruptedException {
        var last = stored.getLastToken()
                .orTimeout(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS)
                .join();
        var events = new ArrayList<History.Event>();
        try (var stream = stored.openStream(-1, 1000)) {
            while (events.size() <= last) {
                var next = stream.nextIfAvailable(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS);
                if (next == null) {
                    throw new IllegalStateException("Of %d events only %d come".formatted(last + 1, events.size()));
                }
                var event = next.getEvent();
                events.add(History.Event.of(
                        next.getToken() + 1,
                        event.getAggregateIdentifier(),
                        event.getAggregateSequenceNumber(),
                        event.getPayload().getType(),
                        Instant.ofEpochMilli(event.getTimestamp()),
                        event.getPayload().getData().toByteArray()));
            }
        }
        return events;
    }
}
