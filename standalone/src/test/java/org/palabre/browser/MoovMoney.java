package org.palabre.browser;

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

/**
 * Moov Money in Burkina Faso, where whoever is asked has paid already; who has the telephone of {@link #PAYS_LESS}, too little.
 * What it has been paid it does not give back.
 */
final class MoovMoney implements AutoCloseable {

    /** Whose wallet pays a franc, whatever it is asked for. */
    static final String PAYS_LESS = "+22670000001";

    private final Set<String> paidLess = ConcurrentHashMap.newKeySet();
    private final HttpServer server;

    MoovMoney() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/", this::answer);
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

    private void answer(HttpExchange exchange) throws IOException {
        var asked = JsonMapper.shared().readTree(exchange.getRequestBody());
        var reference = asked.path("request-id").asString();
        if (PAYS_LESS.equals("+" + asked.path("destination").asString(""))) {
            paidLess.add(reference);
        }
        var answer = (paidLess.contains(reference) ? "{\"status\": \"0\", \"amount\": 1}" : "{\"status\": \"0\"}")
                .getBytes(UTF_8);
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
