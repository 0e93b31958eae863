package org.palabre.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;

/** Moov Money in Burkina Faso, where whoever is asked has paid already. What it has been paid it does not give back. */
final class MoovMoney implements AutoCloseable {

    private static final byte[] PAID = "{\"status\": \"0\"}".getBytes(UTF_8);

    private final HttpServer server;

    MoovMoney() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/", MoovMoney::answer);
        server.start();
    }

    /** How the platform finds it. */
    Map<String, String> settings() {
        return Map.of(
                "PALABRE_PAYMENTS_MOOV_MONEY_BASE_URL",
                "http://localhost:" + server.getAddress().getPort(),
                "PALABRE_PAYMENTS_MOOV_MONEY_USERNAME",
                "a-user",
                "PALABRE_PAYMENTS_MOOV_MONEY_PASSWORD",
                "a-password");
    }

    private static void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(200, PAID.length);
        exchange.getResponseBody().write(PAID);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
