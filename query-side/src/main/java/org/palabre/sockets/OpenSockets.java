package org.palabre.sockets;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.palabre.shared.Actor;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;

/** Everybody who is connected: asked by pings whether they are still there, sent away before the web server stops. */
@Component
class OpenSockets implements SmartLifecycle, DisposableBean {

    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final Map<Socket, Future<?>> pings = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
    private final ObjectProvider<Attendant> attendants;
    private final long pingMillis;
    private volatile boolean running;
    private volatile boolean stopped;

    OpenSockets(ObjectProvider<Attendant> attendants, @Value("${palabre.ping-every:30s}") Duration pingEvery) {
        this.attendants = attendants;
        pingMillis = pingEvery.toMillis();
    }

    void add(Socket socket) {
        // with a delay: at a rate, a process that stood still would catch up, and leave no time for an answer
        pings.put(socket, clock.scheduleWithFixedDelay(socket::ping, pingMillis, pingMillis, TimeUnit.MILLISECONDS));
        attendants.forEach(attendant -> attendant.came(socket.actor()));
        // looked at after it was added, so that either this or stop() sees the other
        if (stopped) {
            socket.close(Closing.COME_BACK);
        }
    }

    void remove(Socket socket) {
        var ping = pings.remove(socket);
        if (ping != null) {
            ping.cancel(false);
            attendants.forEach(attendant -> attendant.left(socket.actor()));
        }
    }

    Set<Actor> actors() {
        return pings.keySet().stream().map(Socket::actor).collect(Collectors.toSet());
    }

    void close(Actor actor, CloseStatus why) {
        pings.keySet().stream().filter(socket -> socket.actor().equals(actor)).forEach(socket -> socket.close(why));
    }

    @Override
    public void start() {
        running = true;
        stopped = false;
    }

    /** In the first phase to stop, ahead of the web server. */
    @Override
    public void stop() {
        stopped = true;
        running = false;
        var farewells = pings.keySet().stream()
                .peek(socket -> socket.close(Closing.COME_BACK))
                .map(Socket::gone)
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(farewells)
                .completeOnTimeout(null, FAREWELL.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public void destroy() {
        clock.shutdownNow();
    }
}
