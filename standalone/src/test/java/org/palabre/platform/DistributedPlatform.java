package org.palabre.platform;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The sides as processes of their own around an Axon Server: one that decides, two that show, a gateway before them. */
public final class DistributedPlatform implements Platform {

    private static final int QUERY_SIDES = 2;

    private final Path home;
    private final AxonServer axonServer = AxonServer.named();
    private final Mailbox mailbox = new Mailbox();
    private final Gateway gateway = new Gateway(mailbox);
    private final Postgres postgres;
    private final List<Node> commandSides;
    private final List<Node> querySides;

    private DistributedPlatform(int commandSides, Path home, Map<String, String> settings, List<String> options) {
        this.home = home;
        this.postgres = Postgres.startIn(home, Duration.ofSeconds(60));
        var environment = new HashMap<>(Map.of(
                "AXON_AXONSERVER_SERVERS",
                axonServer.address(),
                "SPRING_DATASOURCE_URL",
                address(),
                "SPRING_DATASOURCE_USERNAME",
                "postgres",
                "SPRING_MAIL_HOST",
                "127.0.0.1",
                "SPRING_MAIL_PORT",
                "" + mailbox.port(),
                "PALABRE_MASTER_KEY",
                newKey(),
                "PALABRE_FILES",
                home.resolve("files").toString(),
                "PALABRE_PUBLIC_URL",
                "http://127.0.0.1:" + gateway.port(),
                "PALABRE_TRUSTED_PROXIES",
                "127.0.0.1/32"));
        environment.put("PALABRE_PAYMENTS_SANDBOX", "true");
        environment.putAll(settings);
        this.commandSides = nodes(Side.COMMAND_SIDE, commandSides, environment, options);
        environment.put(
                "PALABRE_JWKS_URI", "http://127.0.0.1:%d/.well-known/jwks.json".formatted(gateway.commandSidesPort()));
        this.querySides = nodes(Side.QUERY_SIDE, QUERY_SIDES, environment, options);
    }

    static DistributedPlatform start(Path home, Map<String, String> settings, List<String> options) {
        return started(new DistributedPlatform(1, home, settings, options));
    }

    /** Starts it with several who decide. */
    public static DistributedPlatform withCommandSides(int number, Path home) {
        return started(new DistributedPlatform(number, home, Map.of(), SOON_THERE));
    }

    private static DistributedPlatform started(DistributedPlatform platform) {
        try {
            platform.axonServer.empty();
            platform.start();
        } catch (RuntimeException failure) {
            platform.close();
            throw failure;
        }
        return platform;
    }

    private List<Node> nodes(Side side, int number, Map<String, String> environment, List<String> options) {
        var common = new HashMap<>(environment);
        // those of one side share what they keep in files
        common.put("PALABRE_HOME", home.resolve(side.program()).toString());
        return IntStream.rangeClosed(1, number)
                .mapToObj(each -> {
                    var name = side.program() + "-" + each;
                    var own = new HashMap<>(common);
                    own.put("PALABRE_NODE", name);
                    return new Node(name, home.resolve(name), options, side.classPath(), side.main(), own);
                })
                .toList();
    }

    private static String newKey() {
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    @Override
    public void start() {
        postgres.start();
        var down = nodes().filter(node -> !node.runs()).toList();
        down.forEach(Node::begin);
        down.forEach(Node::awaitStart);
        gateway.leadTo(commandSides, querySides);
        commandSides.forEach(DistributedPlatform::awaitTheOtherSide);
    }

    /** That its port is open does not say that Axon Server knows it already: whose token this is, query sides know. */
    private static void awaitTheOtherSide(Node commandSide) {
        var nobody = commandSide.anyone().as("nobody");
        Patience.await().until(() -> nobody.post("/api/company/me/next").status() == 401);
    }

    @Override
    public int port() {
        return gateway.port();
    }

    @Override
    public List<Client> doors() {
        return Stream.of(commandSides, querySides)
                .map(List::getFirst)
                .map(Node::anyone)
                .toList();
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

    public void killCommandSide() {
        commandSides.getFirst().kill();
    }

    /** The query sides, by the names that they give themselves. */
    public Set<String> querySides() {
        return querySides.stream().map(Node::name).collect(Collectors.toSet());
    }

    public void killQuerySide(String name) {
        querySides.stream().filter(node -> node.name().equals(name)).forEach(Node::kill);
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
        return "%s?user=postgres&currentSchema=%s".formatted(address(), Side.QUERY_SIDE.schema());
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
        commandSides.parallelStream().forEach(Node::stop);
    }

    @Override
    public void close() {
        stop();
        postgres.close();
        gateway.close();
        mailbox.close();
    }

    private Stream<Node> nodes() {
        return Stream.concat(commandSides.stream(), querySides.stream());
    }
}
