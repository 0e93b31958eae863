package org.palabre.platform;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sides as processes of their own around an Axon Server: one that decides, two that show, a gateway before them. */
public final class DistributedPlatform implements Platform {

    private final Path home;
    private final List<String> options;
    private final Map<String, String> environment = new HashMap<>();
    private final AxonServer axonServer = AxonServer.named();
    private final Mailbox mailbox = new Mailbox();
    private final Gateway gateway = new Gateway(mailbox);
    private final Postgres postgres;
    private final Node commandSide;
    private final List<Node> querySides;

    private DistributedPlatform(Path home, Map<String, String> settings, List<String> options) {
        this.home = home;
        this.options = options;
        postgres = Postgres.startIn(home, Duration.ofSeconds(60));
        environment.putAll(Map.of(
                "SPRING_PROFILES_ACTIVE",
                "axonserver",
                "AXON_AXONSERVER_SERVERS",
                axonServer.address(),
                "SPRING_DATASOURCE_USERNAME",
                "postgres",
                "SPRING_MAIL_HOST",
                "127.0.0.1",
                "SPRING_MAIL_PORT",
                Integer.toString(mailbox.port()),
                "PALABRE_MASTER_KEY",
                newKey(),
                "PALABRE_PUBLIC_URL",
                "http://127.0.0.1:" + gateway.port(),
                "PALABRE_TRUSTED_PROXIES",
                "127.0.0.1/32"));
        environment.putAll(settings);
        commandSide = node(Side.COMMAND_SIDE, "command-side");
        querySides = List.of(node(Side.QUERY_SIDE, "query-side-1"), node(Side.QUERY_SIDE, "query-side-2"));
    }

    /** Starts it, on an Axon Server that is emptied before, with these options of the virtual machines. */
    public static DistributedPlatform start(Path home, Map<String, String> settings, List<String> options) {
        var platform = new DistributedPlatform(home, settings, options);
        try {
            platform.axonServer.empty();
            platform.createSchemas();
            platform.start();
        } catch (RuntimeException failure) {
            platform.close();
            throw failure;
        }
        return platform;
    }

    private Node node(Side side, String name) {
        var own = new HashMap<>(environment);
        own.put("PALABRE_NODE", name);
        own.put("SPRING_DATASOURCE_URL", address(side));
        return new Node(home.resolve(name), options, side.classPath(), side.main(), own);
    }

    private static String newKey() {
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    private void createSchemas() {
        try (var connection = DriverManager.getConnection(address() + "?user=postgres");
                var statement = connection.createStatement()) {
            for (var side : Side.values()) {
                statement.execute("create schema if not exists " + side.schema());
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void start() {
        postgres.start();
        var down = nodes().filter(node -> !node.runs()).toList();
        down.forEach(Node::begin);
        down.forEach(Node::awaitStart);
        gateway.leadTo(List.of(commandSide), querySides);
        // that its port is open does not say that Axon Server knows it already
        querySides.forEach(node ->
                Patience.await().until(() -> node.anyone().get("/api/companies").status() == 200));
    }

    @Override
    public int port() {
        return gateway.port();
    }

    @Override
    public Path home() {
        return home;
    }

    @Override
    public String log() {
        return nodes().map(Node::log).collect(Collectors.joining("\n"));
    }

    @Override
    public void kill() {
        nodes().forEach(Node::kill);
    }

    @Override
    public boolean databaseRuns() {
        return postgres.runs();
    }

    @Override
    public void killDatabase() {
        postgres.kill();
    }

    @Override
    public String database() {
        return address(Side.QUERY_SIDE) + "&user=postgres";
    }

    private String address(Side side) {
        return address() + "?currentSchema=" + side.schema();
    }

    private String address() {
        return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(postgres.port());
    }

    @Override
    public List<History.Event> history() {
        return axonServer.history();
    }

    @Override
    public void stop() {
        // who shows goes first: it would miss who decides
        querySides.parallelStream().forEach(Node::stop);
        commandSide.stop();
    }

    @Override
    public void close() {
        stop();
        postgres.close();
        gateway.close();
        mailbox.close();
    }

    private Stream<Node> nodes() {
        return Stream.concat(Stream.of(commandSide), querySides.stream());
    }
}
