package org.palabre.platform;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.client.UndertowClient;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.BlockingHandler;
import io.undertow.server.handlers.proxy.LoadBalancingProxyClient;
import io.undertow.server.handlers.proxy.ProxyCallback;
import io.undertow.server.handlers.proxy.ProxyClient;
import io.undertow.server.handlers.proxy.ProxyConnection;
import io.undertow.server.handlers.proxy.ProxyHandler;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What stands before the sides: what reads goes to the query sides in turn, what changes to the command sides, and a
 * node that is down is passed by. Sockets of accounts go to the first query side and those of companies to the second,
 * so that those who meet at the fair do so across nodes.
 */
final class Gateway implements AutoCloseable {

    private static final String MAILBOX = "/api/dev/mailbox";
    private static final int MANY = 10_000;

    private final Undertow server;
    private final AtomicInteger turn = new AtomicInteger();
    private volatile List<ProxyClient> commandSides = List.of();
    private volatile List<ProxyClient> querySides = List.of();

    /** Opens it on a port that the system chooses; the mailbox is at the address of the standalone shape's. */
    Gateway(Mailbox mailbox) {
        var proxy = proxy(this::answering);
        var mails = new BlockingHandler(exchange -> show(mailbox, exchange));
        server = Undertow.builder()
                .addHttpListener(0, "127.0.0.1")
                .addHttpListener(0, "127.0.0.1", proxy(_ -> commandSides))
                // what is no address is the platform's to refuse
                .setServerOption(UndertowOptions.DECODE_URL, false)
                .setServerOption(UndertowOptions.ALLOW_UNESCAPED_CHARACTERS_IN_URL, true)
                .setHandler(
                        exchange -> (exchange.getRequestPath().equals(MAILBOX) ? mails : proxy).handleRequest(exchange))
                .build();
        server.start();
    }

    int port() {
        return port(0);
    }

    /** Where only the command sides answer. */
    int commandSidesPort() {
        return port(1);
    }

    private int port(int listener) {
        return ((InetSocketAddress) server.getListenerInfo().get(listener).getAddress()).getPort();
    }

    private static HttpHandler proxy(Function<HttpServerExchange, List<ProxyClient>> answering) {
        return ProxyHandler.builder().setProxyClient(new Way(answering)).build();
    }

    void leadTo(Collection<Node> commandSides, Collection<Node> querySides) {
        this.commandSides = commandSides.stream().map(Gateway::to).toList();
        this.querySides = querySides.stream().map(Gateway::to).toList();
    }

    private static ProxyClient to(Node node) {
        return new LoadBalancingProxyClient(UndertowClient.getInstance(), Gateway::isSocket)
                .setConnectionsPerThread(MANY)
                .setProblemServerRetry(1)
                .addHost(URI.create("http://127.0.0.1:" + node.port()));
    }

    /** Those who may answer, in the order in which they are asked. */
    private List<ProxyClient> answering(HttpServerExchange exchange) {
        if (isSocket(exchange)) {
            return beginningWith(isAccounts(exchange) ? 0 : 1, querySides);
        }
        var reads = exchange.getRequestMethod().equals(Methods.GET)
                || exchange.getRequestMethod().equals(Methods.HEAD);
        return beginningWith(turn.getAndIncrement(), reads ? querySides : commandSides);
    }

    private static List<ProxyClient> beginningWith(int number, List<ProxyClient> nodes) {
        var turned = new ArrayList<>(nodes);
        Collections.rotate(turned, -number);
        return turned;
    }

    private static boolean isSocket(HttpServerExchange exchange) {
        return "websocket".equalsIgnoreCase(exchange.getRequestHeaders().getFirst(Headers.UPGRADE));
    }

    /** Whether the token is a signed one, with two dots: a company's has none. */
    private static boolean isAccounts(HttpServerExchange exchange) {
        var beside = Stream.ofNullable(exchange.getRequestHeaders().get(Headers.SEC_WEB_SOCKET_PROTOCOL))
                .flatMap(Collection::stream)
                .flatMap(protocols -> Arrays.stream(protocols.split(",")))
                .map(String::strip)
                .filter(protocol -> protocol.startsWith("bearer."))
                .map(protocol -> protocol.substring("bearer.".length()));
        return Stream.concat(beside, parameter(exchange, "token"))
                .anyMatch(token -> token.chars().filter(letter -> letter == '.').count() == 2);
    }

    private static Stream<String> parameter(HttpServerExchange exchange, String name) {
        return exchange.getQueryParameters().getOrDefault(name, new ArrayDeque<>()).stream();
    }

    private static void show(Mailbox mailbox, HttpServerExchange exchange) {
        var to = parameter(exchange, "to").findFirst().orElse("");
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
        exchange.getResponseSender().send(mailbox.mailsTo(URLDecoder.decode(to, StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        server.stop();
    }

    /** From one request to the first node that takes it. */
    private record Way(Function<HttpServerExchange, List<ProxyClient>> answering) implements ProxyClient {

        /** The nodes that have not been asked yet. */
        private record Left(Iterator<ProxyClient> nodes) implements ProxyTarget {}

        @Override
        public ProxyTarget findTarget(HttpServerExchange exchange) {
            return new Left(answering.apply(exchange).iterator());
        }

        @Override
        public void getConnection(
                ProxyTarget target,
                HttpServerExchange exchange,
                ProxyCallback<ProxyConnection> callback,
                long timeout,
                TimeUnit unit) {
            var left = ((Left) target).nodes();
            if (!left.hasNext()) {
                callback.couldNotResolveBackend(exchange);
                return;
            }
            var node = left.next();
            node.getConnection(
                    node.findTarget(exchange),
                    exchange,
                    new ProxyCallback<>() {

                        @Override
                        public void completed(HttpServerExchange same, ProxyConnection connection) {
                            callback.completed(same, connection);
                        }

                        @Override
                        public void failed(HttpServerExchange same) {
                            getConnection(target, same, callback, timeout, unit);
                        }

                        @Override
                        public void couldNotResolveBackend(HttpServerExchange same) {
                            failed(same);
                        }

                        @Override
                        public void queuedRequestFailed(HttpServerExchange same) {
                            failed(same);
                        }
                    },
                    timeout,
                    unit);
        }
    }
}
