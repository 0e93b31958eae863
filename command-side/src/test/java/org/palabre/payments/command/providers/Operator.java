package org.palabre.payments.command.providers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A provider's machine, as far as its documents describe it: says what it is told to say, and remembers what it was asked. */
final class Operator implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** What it was asked. */
    record Asked(String method, String path, Map<String, List<String>> headers, String body) {

        JsonNode json() {
            return JSON.readTree(body);
        }

        String header(String name) {
            return headers.entrySet().stream()
                    .filter(each -> each.getKey().equalsIgnoreCase(name))
                    .map(each -> each.getValue().getFirst())
                    .findFirst()
                    .orElse("");
        }
    }

    /** What it says; a negative status: it hangs up without a word. */
    record Says(int status, String body) {

        static final Says NOTHING = new Says(-1, "");
    }

    /** A status that stands for 200 and an answer that does not end. */
    private static final int STALLED = 0;

    private final HttpServer server;
    private final Map<String, Function<Asked, Says>> answers = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);

    Operator() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** From now on says this to whoever asks below this path. */
    void on(String path, Function<Asked, Says> answer) {
        answers.put(path, answer);
    }

    void on(String path, int status, String body) {
        on(path, _ -> new Says(status, body));
    }

    /** From now on says half of an answer to whoever asks below this path, and then nothing as long as it is there. */
    void stallsAt(String path, String half) {
        answers.put(path, _ -> new Says(STALLED, half));
    }

    List<Asked> asked(String path) {
        return asked.stream().filter(each -> each.path().startsWith(path)).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var question = new Asked(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                Map.copyOf(exchange.getRequestHeaders()),
                new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        asked.add(question);
        var says = answers.entrySet().stream()
                .filter(each -> question.path().startsWith(each.getKey()))
                .max(java.util.Comparator.comparingInt(each -> each.getKey().length()))
                .map(each -> each.getValue().apply(question))
                .orElse(new Says(404, ""));
        if (says.status() == STALLED) {
            stall(exchange, says.body().getBytes(UTF_8));
        } else if (says.status() > 0) {
            var bytes = says.body().getBytes(UTF_8);
            exchange.sendResponseHeaders(says.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private void stall(HttpExchange exchange, byte[] half) throws IOException {
        exchange.sendResponseHeaders(200, half.length * 2L);
        exchange.getResponseBody().write(half);
        exchange.getResponseBody().flush();
        try {
            over.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        over.countDown();
        server.stop(0);
    }
}
