package org.palabre.demo;

import java.util.ArrayList;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.palabre.queues.AccessToken;
import org.palabre.queues.CompanyCommand.CompleteInterview;
import org.palabre.queues.CompanyCommand.JoinQueue;
import org.palabre.queues.CompanyCommand.NewToken;
import org.palabre.queues.CompanyCommand.OpenCompany;
import org.palabre.queues.CompanyCommand.StartNextInterview;
import org.palabre.queues.CompanyId;
import org.palabre.queues.InscriptionId;
import org.palabre.queues.QueueQuery.BoardView;
import org.palabre.queues.QueueQuery.FindBoard;
import org.palabre.queues.QueueQuery.InscriptionView;
import org.palabre.queues.QueueQuery.StudentView;
import org.palabre.queues.StudentCommand.BecomeAvailable;
import org.palabre.queues.StudentCommand.CreateProfile;
import org.palabre.queues.StudentId;
import org.palabre.shared.Ids;
import org.palabre.shared.Refused;
import org.palabre.web.Commands;
import org.palabre.web.Queries;
import org.springframework.stereotype.Component;

/** Fills a fair, and lets its people do one thing after the other. */
@Component
class DemoFair {

    private static final int STUDENTS = 200;
    private static final int QUEUES_PER_STUDENT = 3;

    private final Commands commands;
    private final Queries queries;
    private final RandomGenerator random = RandomGenerator.getDefault();

    DemoFair(Commands commands, Queries queries) {
        this.commands = commands;
        this.queries = queries;
    }

    /** The first company's access token comes along: it is the one that a newcomer is shown. */
    record Filled(DemoWorld world, String firstToken) {}

    Filled fill() {
        var stands = new ArrayList<DemoStand>();
        var firstToken = "";
        for (var name : DemoNames.COMPANIES) {
            var opened = commands.sendAs(
                    DemoWorld.admin(),
                    new OpenCompany(CompanyId.next(), name, 1 + random.nextInt(3), null),
                    NewToken.class);
            stands.add(new DemoStand(opened.company().id().value(), AccessToken.hash(opened.accessToken())));
            firstToken = firstToken.isEmpty() ? opened.accessToken() : firstToken;
        }
        var students = new ArrayList<UUID>();
        for (int i = 0; i < STUDENTS; i++) {
            students.add(enrol(i));
        }
        var world = new DemoWorld(stands, students);
        students.forEach(student -> {
            for (int i = 0; i < QUEUES_PER_STUDENT; i++) {
                tryTo(() -> join(world, student));
            }
        });
        return new Filled(world, firstToken);
    }

    /** Lets one student and one company do what they might do next. */
    void move(DemoWorld world) {
        var student = any(world.students());
        tryTo(() -> commands.sendAs(
                DemoWorld.student(student), new BecomeAvailable(StudentId.of(student)), StudentView.class));
        if (random.nextInt(3) == 0) {
            tryTo(() -> join(world, student));
        }
        var stand = any(world.stands());
        var board = queries.one(new FindBoard(stand.id()), BoardView.class);
        if (board.slots().used() < board.slots().max()) {
            tryTo(() -> commands.sendAs(stand.actor(), new StartNextInterview(stand.id()), InscriptionView.class));
        } else {
            tryTo(() -> commands.sendAs(
                    stand.actor(),
                    new CompleteInterview(stand.id(), any(board.interviews()).id()),
                    InscriptionView.class));
        }
    }

    private UUID enrol(int number) {
        var account = Ids.next();
        var first = DemoNames.FIRST_NAMES.get(number % DemoNames.FIRST_NAMES.size());
        var last = DemoNames.LAST_NAMES.get(number / DemoNames.FIRST_NAMES.size() % DemoNames.LAST_NAMES.size());
        commands.sendAs(
                DemoWorld.student(account), new CreateProfile(StudentId.of(account), first, last), StudentView.class);
        return account;
    }

    private void join(DemoWorld world, UUID student) {
        commands.sendAs(
                DemoWorld.student(student),
                new JoinQueue(any(world.stands()).id(), InscriptionId.next()),
                InscriptionView.class);
    }

    /** People at a fair try what is not possible, too. */
    private static void tryTo(Runnable action) {
        try {
            action.run();
        } catch (Refused notNow) {
            System.getLogger(DemoFair.class.getName())
                    .log(System.Logger.Level.TRACE, "Not now: {0}", notNow.getMessage());
        }
    }

    private <T> T any(java.util.List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
