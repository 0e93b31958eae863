package org.palabre.sockets;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.QueryHandler;
import org.palabre.live.WatchCredentials;
import org.palabre.live.WatchCredentials.Ended;
import org.palabre.shared.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Asks again and again whether those who are connected may stay: once in every round for each of them, and at once when
 * something of theirs is said to have ended.
 */
@Component
class SessionCheck implements InitializingBean, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(SessionCheck.class);

    /** A round is spread over so many turns, and everybody has their turn always at the same point of it. */
    private static final int TURNS = 16;

    private final OpenSockets sockets;
    private final List<StillGood> judges;
    private final LastingUpdates<Ended> ended;
    private final Duration round;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
    private int turn;

    SessionCheck(
            OpenSockets sockets,
            List<StillGood> judges,
            QueryGateway queries,
            @Value("${palabre.session-check-every:4s}") Duration round) {
        this.sockets = sockets;
        this.judges = judges;
        this.ended = new LastingUpdates<>(
                new WatchCredentials(),
                () -> queries.subscriptionQuery(new WatchCredentials(), Ended.class, Ended.class),
                update -> clock.execute(() -> checkThoseOf(update.owner())),
                () -> {});
        this.round = round;
    }

    @Override
    public void afterPropertiesSet() {
        var pause = round.dividedBy(TURNS).toMillis();
        var _ = clock.scheduleAtFixedRate(this::nextTurn, pause, pause, TimeUnit.MILLISECONDS);
        ended.openInTime();
    }

    /** What ends cannot be asked for beforehand; a subscription query needs somebody who says so. */
    @QueryHandler
    Optional<Ended> handle(WatchCredentials query) {
        return Optional.empty();
    }

    private void checkThoseOf(UUID owner) {
        sockets.actors().stream()
                .filter(actor -> switch (actor) {
                    case Actor.Account account -> account.id().equals(owner);
                    case Actor.Company company -> company.id().equals(owner);
                    case Actor.Anyone _, Actor.Platform _ -> false;
                })
                .forEach(this::check);
    }

    private void nextTurn() {
        turn = (turn + 1) % TURNS;
        sockets.actors().stream()
                .filter(actor -> Math.floorMod(actor.hashCode(), TURNS) == turn)
                .forEach(this::check);
    }

    private void check(Actor actor) {
        try {
            if (!judges.stream().allMatch(judge -> judge.stillGood(actor))) {
                sockets.close(actor, Closing.NOT_AUTHENTICATED);
            }
        } catch (RuntimeException unknown) {
            // who cannot be judged now stays until the next round
            log.warn("Could not ask whether a session still holds", unknown);
        }
    }

    @Override
    public void destroy() {
        ended.close();
        clock.shutdownNow();
    }
}
