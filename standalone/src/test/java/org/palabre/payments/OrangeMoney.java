package org.palabre.payments;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/** Orange Money's web payment, whose payers have paid once that is said here. */
final class OrangeMoney implements AutoCloseable {

    private static final String API = "/orange-money-webpay/ci/v1";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Set<String> paid = ConcurrentHashMap.newKeySet();
    private final HttpServer server;

    OrangeMoney() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/oauth/v3/token", exchange -> {
            exchange.getRequestBody().readAllBytes();
            answer(exchange, 200, Map.of("access_token", "a-token", "expires_in", 3600));
        });
        server.createContext(API + "/webpayment", exchange -> {
            var order = order(exchange);
            answer(
                    exchange,
                    201,
                    Map.of(
                            "pay_token", "pay " + order,
                            "payment_url", page(order),
                            "notif_token", token(order)));
        });
        server.createContext(API + "/transactionstatus", exchange -> {
            var order = order(exchange);
            answer(
                    exchange,
                    200,
                    Map.of("status", paid.contains(order) ? "SUCCESS" : "PENDING", "order_id", order, "txnid", "MP1"));
        });
        server.start();
    }

    /** How the platform finds it. */
    Map<String, String> settings() {
        return Map.of(
                "PALABRE_PAYMENTS_ORANGE_MONEY_BASE_URL",
                "http://localhost:" + server.getAddress().getPort(),
                "PALABRE_PAYMENTS_ORANGE_MONEY_CLIENT_ID",
                "a-client",
                "PALABRE_PAYMENTS_ORANGE_MONEY_CLIENT_SECRET",
                "a-secret",
                "PALABRE_PAYMENTS_ORANGE_MONEY_MERCHANT_KEY",
                "a-merchant");
    }

    /** What it calls the payment of this reference. */
    static String order(String reference) {
        return reference.replace("-", "").substring(0, 30);
    }

    /** Where an order is paid. */
    static String page(String order) {
        return "https://webpayment.example.org/" + order;
    }

    /** What it proves itself with when it tells of an order. */
    static String token(String order) {
        return "token " + order;
    }

    void pay(String order) {
        paid.add(order);
    }

    private static String order(HttpExchange exchange) throws IOException {
        return JSON.readTree(exchange.getRequestBody().readAllBytes())
                .path("order_id")
                .asString();
    }

    private static void answer(HttpExchange exchange, int status, Map<String, Object> body) throws IOException {
        var bytes = JSON.writeValueAsString(body).getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
