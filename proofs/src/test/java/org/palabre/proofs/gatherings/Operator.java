package org.palabre.proofs.gatherings;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An operator of mobile money that behaves as its worst documents say: it takes requests and loses its answers, is away,
 * decides early, late or not at all, and tells of it never, five times, in any order, or by the mouth of somebody else. It
 * keeps its books. Its interface is that of MTN MoMo Collections.
 */
final class Operator implements AutoCloseable {

    private static final String COLLECTION = "/collection/v1_0/requesttopay";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration SOON = Duration.ofSeconds(2);

    /** What it does with a request for money, and what has come of it. */
    private enum Status {
        PENDING,
        SUCCESSFUL,
        FAILED
    }

    private static final class Request {

        private final JsonNode body;
        private final String callback;
        private volatile Status status = Status.PENDING;

        private Request(JsonNode body, String callback) {
            this.body = body;
            this.callback = callback;
        }

        private int amount() {
            return Integer.parseInt(body.get("amount").asString());
        }
    }

    /** What it has told, and how. */
    final AtomicInteger answersLost = new AtomicInteger();

    final AtomicInteger callbacksLost = new AtomicInteger();
    final AtomicInteger callbacksTold = new AtomicInteger();
    final AtomicInteger callbacksForged = new AtomicInteger();
    final AtomicInteger late = new AtomicInteger();

    private final Map<String, Request> requests = new ConcurrentHashMap<>();
    private final Random random;
    private final Duration hold;
    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(4);

    /**
     * @param hold how long the platform waits for money; what comes late comes after it
     */
    Operator(Random random, Duration hold) throws IOException {
        this.random = random;
        this.hold = hold;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/collection/token/", this::token);
        server.createContext(COLLECTION, this::request);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The references of all requests that were paid, with their amounts in francs. */
    Map<String, Integer> paid() {
        return requests.entrySet().stream()
                .filter(each -> each.getValue().status == Status.SUCCESSFUL)
                .collect(java.util.stream.Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().amount()));
    }

    int asked() {
        return requests.size();
    }

    boolean undecided() {
        return requests.values().stream().anyMatch(each -> each.status == Status.PENDING);
    }

    private void token(HttpExchange exchange) throws IOException {
        answer(exchange, 200, "{\"access_token\":\"x\",\"token_type\":\"access_token\",\"expires_in\":3600}");
    }

    private void request(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("POST")) {
            take(exchange);
        } else {
            tell(exchange);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        var reference = exchange.getRequestHeaders().getFirst("X-Reference-Id");
        var body = JSON.readTree(exchange.getRequestBody().readAllBytes());
        if (chance(4)) {
            answer(exchange, 503, "{\"code\":\"SERVICE_UNAVAILABLE\"}");
            return;
        }
        var request = new Request(body, exchange.getRequestHeaders().getFirst("X-Callback-Url"));
        var known = requests.putIfAbsent(reference, request) != null;
        if (!known) {
            decide(request);
        }
        if (chance(8)) {
            answersLost.incrementAndGet();
            exchange.close();
        } else if (known) {
            answer(exchange, 409, "{\"code\":\"RESOURCE_ALREADY_EXIST\"}");
        } else {
            answer(exchange, 202, "");
        }
    }

    private void tell(HttpExchange exchange) throws IOException {
        var reference = exchange.getRequestURI().getPath().substring(COLLECTION.length() + 1);
        var request = requests.get(reference);
        if (chance(5)) {
            answer(exchange, 500, "{\"code\":\"INTERNAL_PROCESSING_ERROR\"}");
        } else if (request == null) {
            answer(exchange, 404, "{\"code\":\"RESOURCE_NOT_FOUND\"}");
        } else {
            answer(exchange, 200, told(request, request.status));
        }
    }

    /** Two of twenty fail, and three of twenty pay when nobody waits any more. */
    private void decide(Request request) {
        var lot = lot(20);
        var comesLate = lot < 3;
        var after = comesLate ? hold.plusSeconds(1 + lot(5)) : Duration.ofMillis(lot((int) SOON.toMillis()));
        clock.schedule(
                () -> {
                    request.status = lot == 3 || lot == 4 ? Status.FAILED : Status.SUCCESSFUL;
                    if (comesLate) {
                        late.incrementAndGet();
                    }
                    callBack(request);
                },
                after.toMillis(),
                TimeUnit.MILLISECONDS);
        if (chance(10)) {
            forge(request);
        }
    }

    private void callBack(Request request) {
        switch (lot(4)) {
            case 0 -> callbacksLost.incrementAndGet();
            case 1 -> {
                for (int i = 0; i < 5; i++) {
                    callLater(request, request.callback, request.status);
                }
            }
            default -> callLater(request, request.callback, request.status);
        }
    }

    /** Somebody else says that it was paid, at the right door and at a wrong one. */
    private void forge(Request request) {
        callbacksForged.incrementAndGet();
        callLater(request, request.callback, Status.SUCCESSFUL);
        callLater(request, request.callback + "x", Status.SUCCESSFUL);
    }

    private void callLater(Request request, String callback, Status status) {
        clock.schedule(
                () -> {
                    callbacksTold.incrementAndGet();
                    return client.sendAsync(
                            HttpRequest.newBuilder(URI.create(callback))
                                    .timeout(Duration.ofSeconds(5))
                                    .header("Content-Type", "application/json")
                                    .POST(HttpRequest.BodyPublishers.ofString(told(request, status)))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding());
                },
                lot((int) SOON.toMillis()),
                TimeUnit.MILLISECONDS);
    }

    private static String told(Request request, Status status) {
        var told = new java.util.LinkedHashMap<String, Object>();
        for (var field : List.of("amount", "currency", "externalId")) {
            told.put(field, request.body.get(field).asString());
        }
        told.put("payer", request.body.get("payer"));
        told.put("status", status.name());
        if (status == Status.FAILED) {
            told.put("reason", "NOT_ENOUGH_FUNDS");
        }
        return JSON.writeValueAsString(told);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            var bytes = body.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException gone) {
            throw new UncheckedIOException("The platform was killed meanwhile", gone);
        }
    }

    private boolean chance(int percent) {
        return lot(100) < percent;
    }

    private synchronized int lot(int bound) {
        return random.nextInt(bound);
    }

    @Override
    public void close() {
        clock.shutdownNow();
        server.stop(0);
        client.close();
    }
}
