package org.palabre.platform;

import io.axoniq.axonserver.connector.AxonServerConnectionFactory;
import io.axoniq.axonserver.connector.event.EventChannel;
import io.axoniq.axonserver.connector.impl.ServerAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The Axon Server in development mode that the environment names. */
public record AxonServer(String host, int port, int httpPort) {

    private static final String PURGE = "/v1/devmode/purge-events";

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

    /** Takes everything out of it: whoever comes next finds it new. */
    public void empty() {
        var purge = URI.create("http://%s:%d%s".formatted(host, httpPort, PURGE));
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(purge)
                            .DELETE()
                            .timeout(Patience.LONGEST)
                            .build(),
                    BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(
                        "The tests need an Axon Server that they may empty (axoniq.axonserver.devmode.enabled=true):"
                                + " DELETE %s was answered with %d %s"
                                        .formatted(purge, answer.statusCode(), answer.body()));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** All events that it has stored until now. */
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
            while (events.isEmpty() ? last >= 0 : events.getLast().index() < last) {
                var next = stream.nextIfAvailable(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS);
                if (next == null) {
                    throw new IllegalStateException("Of %d events only %d come".formatted(last + 1, events.size()));
                }
                var event = next.getEvent();
                events.add(History.Event.of(
                        next.getToken(),
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
