package org.palabre.deadlines;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.CommandHandler;
import org.palabre.shared.Actor;
import org.springframework.stereotype.Component;

/** Somebody who waits for deadlines, and cannot always do at once what they ask. */
@Component
class Alarms implements Errand<Alarms.Snooze> {

    record Sound(String alarm, int failures) {}

    /** Asks for an errand that cannot be run at first. */
    record SoundLater(String alarm) {}

    record Snooze(String alarm) {}

    record Sounded(String alarm, Actor actor) {}

    private final BlockingQueue<Sounded> sounded = new LinkedBlockingQueue<>();
    private final Map<String, AtomicInteger> tries = new ConcurrentHashMap<>();

    @CommandHandler
    void handle(Sound command, Actor actor) {
        if (tries.computeIfAbsent(command.alarm(), _ -> new AtomicInteger()).incrementAndGet() <= command.failures()) {
            throw new IllegalStateException("Not now");
        }
        sounded.add(new Sounded(command.alarm(), actor));
    }

    @CommandHandler
    Snooze handle(SoundLater command) {
        return new Snooze(command.alarm());
    }

    @Override
    public Class<Snooze> task() {
        return Snooze.class;
    }

    @Override
    public void run(Snooze snooze) {
        if (tries.computeIfAbsent(snooze.alarm(), _ -> new AtomicInteger()).incrementAndGet() == 1) {
            throw new Postponed(Duration.ofMillis(10));
        }
        sounded.add(new Sounded(snooze.alarm(), new Actor.Platform()));
    }

    /** The next that sounds. */
    Sounded next() throws InterruptedException {
        return sounded.take();
    }
}
