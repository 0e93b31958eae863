package org.palabre.queues.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.palabre.queues.command.People.ADMIN;
import static org.palabre.queues.command.People.student;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.axonframework.messaging.Message;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.palabre.eventstore.PostgresEventStorageEngine;
import org.palabre.handling.OnPostgres;
import org.palabre.handling.Request;
import org.palabre.handling.SecondServer;
import org.palabre.queues.AccessToken;
import org.palabre.queues.CompanyCommand.CancelInterview;
import org.palabre.queues.CompanyCommand.CompleteInterview;
import org.palabre.queues.CompanyCommand.JoinQueue;
import org.palabre.queues.CompanyCommand.NewToken;
import org.palabre.queues.CompanyCommand.OpenCompany;
import org.palabre.queues.CompanyCommand.StartInterview;
import org.palabre.queues.CompanyCommand.StartNextInterview;
import org.palabre.queues.CompanyId;
import org.palabre.queues.InscriptionId;
import org.palabre.queues.QueueQuery.InscriptionView;
import org.palabre.queues.QueueQuery.StudentView;
import org.palabre.queues.StudentCommand.BecomeAvailable;
import org.palabre.queues.StudentCommand.CreateProfile;
import org.palabre.queues.StudentCommand.TakePause;
import org.palabre.shared.Actor;
import org.palabre.shared.Actor.Account;
import org.palabre.shared.Actor.Role;
import org.palabre.shared.Refused;
import org.palabre.web.Commands;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two servers, three companies with two recruiters each, six students: everybody wants something all the time. */
@OnPostgres
class BusyFairTest {

    private static final int COMPANIES = 3;
    private static final int RECRUITERS_EACH = 2;
    private static final int STUDENTS = 6;
    private static final int COMMANDS_EACH = 250;

    @Autowired
    private Commands commands;

    @Autowired
    private SecondServer second;

    @Autowired
    private PostgresEventStorageEngine engine;

    @Autowired
    private JdbcTemplate jdbc;

    private final AtomicInteger collisions = new AtomicInteger();
    private final AtomicInteger recruiters = new AtomicInteger(COMPANIES * RECRUITERS_EACH);

    private record Stand(CompanyId id, Actor.Company actor, List<InscriptionId> queue) {}

    @Test
    void nobody_sits_twice_and_no_company_has_more_than_its_slots() throws Exception {
        var students = Stream.generate(() -> People.account(Role.STUDENT))
                .limit(STUDENTS)
                .peek(this::enters)
                .toList();
        var stands = new ArrayList<Stand>();
        for (int slots = 1; slots <= COMPANIES; slots++) {
            stands.add(opens(slots, students));
        }

        var everybody = new ArrayList<Callable<Object>>();
        for (int i = 0; i < RECRUITERS_EACH; i++) {
            var server = i == 0 ? commands : second.commands();
            stands.forEach(stand -> everybody.add(Executors.callable(() -> {
                try {
                    recruits(server, stand);
                } finally {
                    recruiters.decrementAndGet();
                }
            })));
        }
        students.forEach(student -> everybody.add(Executors.callable(() -> comesBack(second.commands(), student))));
        try (var threads = Executors.newFixedThreadPool(everybody.size())) {
            for (var each : threads.invokeAll(everybody)) {
                each.get();
            }
        }

        assertThat(new FairAudit().audit(history())).isGreaterThan(50);
        assertThat(collisions.get()).isLessThan(COMPANIES * RECRUITERS_EACH * COMMANDS_EACH / 20);
    }

    /** Where a command collided there is a hole, at which a reader stops as long as anybody writes: it comes again. */
    private List<Object> history() {
        var events = jdbc.queryForObject("select count(*) from event", Integer.class);
        return await().atMost(Duration.ofMinutes(1))
                .until(
                        () -> engine.readEvents(null, false)
                                .<Object>map(Message::getPayload)
                                .toList(),
                        history -> history.size() == events);
    }

    private void enters(Account student) {
        Request.by(student).send(commands, new CreateProfile(student(student), "A", "Student"), StudentView.class);
    }

    private Stand opens(int slots, List<Account> students) {
        var id = CompanyId.next();
        var token = Request.by(ADMIN)
                .send(commands, new OpenCompany(id, "Company " + slots, slots, null), NewToken.class)
                .accessToken();
        var queue = students.stream()
                .map(student -> Request.by(student)
                        .send(commands, new JoinQueue(id, InscriptionId.next()), InscriptionView.class)
                        .id())
                .toList();
        return new Stand(id, new Actor.Company(id.value(), AccessToken.hash(token)), queue);
    }

    /** Cancels far more often than it completes, or all queues would soon be done. */
    private void recruits(Commands server, Stand stand) {
        var random = new Random(stand.hashCode());
        for (int i = 0; i < COMMANDS_EACH; i++) {
            var inscription = stand.queue().get(random.nextInt(STUDENTS));
            var command = switch (Integer.valueOf(random.nextInt(40))) {
                case 0 -> new CompleteInterview(stand.id(), inscription);
                case Integer n when n < 10 -> new StartInterview(stand.id(), inscription);
                case Integer n when n < 16 -> new StartNextInterview(stand.id());
                default -> new CancelInterview(stand.id(), inscription);
            };
            send(server, stand.actor(), command, InscriptionView.class);
        }
    }

    /** Until the last recruiter goes: whoever has had an interview and does not come back is missing to all. */
    private void comesBack(Commands server, Account student) {
        var random = new Random(student.hashCode());
        while (recruiters.get() > 0) {
            var command =
                    random.nextInt(4) == 0 ? new TakePause(student(student)) : new BecomeAvailable(student(student));
            send(server, student, command, StudentView.class);
        }
    }

    private void send(Commands server, Actor actor, Object command, Class<?> answer) {
        try {
            Request.by(actor).send(server, command, answer);
        } catch (Refused no) {
            // that happens all the time
        } catch (ConcurrencyException collision) {
            collisions.incrementAndGet();
        }
    }
}
