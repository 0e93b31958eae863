package org.palabre.proofs.fair;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.palabre.proofs.fair.FairDay.Meanwhile;
import org.palabre.proofs.fair.Outcome.Done;
import org.palabre.proofs.fair.Outcome.Refused;

/** Students and recruiters who all act at once, each on a thread and by a chance of their own. */
final class Crowd {

    private static final int RECRUITERS = 3;
    private static final int MOST_SLOTS = 4;

    private final List<Visitor> students;
    private final List<Visitor> stands;
    private final Manner manner;

    Crowd(List<Visitor> students, List<Visitor> stands, Manner manner) {
        this.students = students;
        this.stands = stands;
        this.manner = manner;
    }

    /** Lets everyone act until what happens meanwhile is over; nobody minds when the platform is away. */
    void actDuring(Random random, Meanwhile meanwhile) throws Exception {
        var goingOn = new AtomicBoolean(true);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Future<?>>();
            for (var student : students) {
                var own = new Random(random.nextLong());
                all.add(threads.submit(() -> study(student, own, goingOn)));
            }
            for (var stand : stands) {
                for (int i = 0; i < RECRUITERS; i++) {
                    var own = new Random(random.nextLong());
                    all.add(threads.submit(() -> recruit(stand, own, goingOn)));
                }
            }
            try {
                meanwhile.happen();
            } finally {
                goingOn.set(false);
                for (var one : all) {
                    finish(one);
                }
            }
        }
    }

    private static void finish(Future<?> one) throws InterruptedException {
        try {
            one.get();
        } catch (ExecutionException failure) {
            throw new AssertionError("Somebody at the fair could not go on", failure.getCause());
        }
    }

    private Void study(Visitor student, Random random, AtomicBoolean goingOn) throws InterruptedException {
        var inscriptions = new ArrayList<String>();
        while (goingOn.get()) {
            var company = stands.get(random.nextInt(stands.size())).id();
            if (manner.send(student, Request.join(student.id(), company), random) instanceof Done done) {
                inscriptions.add(done.id());
            }
            if (!inscriptions.isEmpty() && random.nextInt(4) == 0) {
                var inscription = inscriptions.remove(random.nextInt(inscriptions.size()));
                manner.send(student, Request.leave(student.id(), inscription), random);
            }
            manner.send(student, Request.status(student.id(), random.nextInt(8) > 0), random);
        }
        return null;
    }

    private Void recruit(Visitor stand, Random random, AtomicBoolean goingOn) throws InterruptedException {
        while (goingOn.get()) {
            switch (manner.send(stand, Request.callNext(stand.id()), random)) {
                case Done done -> end(stand, done.id(), random);
                case Refused refused
                when refused.is("company_paused") -> manner.send(stand, Request.recruiting(stand.id(), true), random);
                case Refused refused when refused.is("no_free_slot") -> makeRoom(stand, random);
                case Outcome _ -> changeStand(stand, random);
            }
        }
        return null;
    }

    private void end(Visitor stand, String inscription, Random random) throws InterruptedException {
        var action = random.nextInt(3) == 0 ? Action.CANCEL : Action.COMPLETE;
        manner.send(stand, Request.end(action, stand.id(), inscription), random);
    }

    /** An interview whose call was never answered is known from the board only. */
    private void makeRoom(Visitor stand, Random random) throws InterruptedException {
        var running = Look.at(stand, "/api/company/me")
                .map(board -> board.get("interviews").valueStream().toList())
                .orElse(List.of());
        if (!running.isEmpty()) {
            end(stand, running.get(random.nextInt(running.size())).get("id").asString(), random);
        }
    }

    private void changeStand(Visitor stand, Random random) throws InterruptedException {
        if (random.nextInt(4) == 0) {
            manner.send(stand, Request.slots(stand.id(), 1 + random.nextInt(MOST_SLOTS)), random);
        } else if (random.nextInt(16) == 0) {
            manner.send(stand, Request.recruiting(stand.id(), false), random);
        }
    }
}
