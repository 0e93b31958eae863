package org.palabre.proofs.fair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.palabre.platform.Client;
import org.palabre.platform.History.Event;
import org.palabre.platform.Platform;

/** A day at the fair: a platform, the people who come, and what they remember of it. */
public final class FairDay implements AutoCloseable {

    private static final AtomicInteger NAMES = new AtomicInteger();
    private static final int STUDENTS = 20;
    private static final int STANDS = 6;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Platform platform;
    private final Random random;
    private final Supplier<Client> door;
    private final Calls calls = new Calls();
    private final Manner manner;
    private final Visitor admin;
    private final List<Visitor> students;
    private final List<Visitor> stands = new ArrayList<>();
    private final Follower.Gallery gallery = new Follower.Gallery();
    private final List<Follower> followers = new ArrayList<>();
    private int events;

    private FairDay(Platform platform, Random random, Function<Calls, Manner> manner) {
        this.platform = platform;
        this.random = random;
        this.door = platform::anyone;
        this.manner = manner.apply(calls);
        this.admin = Visitor.admin(platform.admin(), Platform.ADMIN_PASSWORD, door);
        this.students = IntStream.range(0, STUDENTS)
                .parallel()
                .mapToObj(number -> Visitor.student(platform.fair().student("Etu" + number), door))
                .toList();
        openStands(STANDS);
    }

    /** Everybody asks once. */
    public static FairDay on(Platform platform, Random random) {
        return new FairDay(platform, random, Once::new);
    }

    /** Everybody asks several times, and says so by a key. */
    public static FairDay ofTheInsistentOn(Platform platform, Random random) {
        return new FairDay(platform, random, Insistently::new);
    }

    /** So many new stands, each with a follower of its board. The crowd goes to the newest ones. */
    public void openStands(int number) {
        for (int i = 0; i < number; i++) {
            var name = "Entreprise " + NAMES.incrementAndGet();
            var opened = Map.of("name", name, "max_concurrent_interviews", 1 + random.nextInt(3));
            stands.add(Visitor.company(
                    admin.send("POST", "/api/admin/companies", opened).is(201), door));
            followers.add(Follower.of(stands.getLast(), "the first follower of " + name, gallery));
        }
    }

    /** So many more who follow boards, spread over all stands. */
    public void follow(int number) {
        for (int i = 0; i < number; i++) {
            followers.add(Follower.of(stands.get(i % stands.size()), "follower " + i, gallery));
        }
        await().atMost(PATIENCE).until(() -> followers.stream().noneMatch(Follower::sawNothing));
    }

    /** Something that happens while the crowd acts. */
    @FunctionalInterface
    public interface Meanwhile {
        void happen() throws Exception;
    }

    /** Lets the crowd act while something else happens, and until that is over. */
    public void actDuring(Meanwhile meanwhile) throws Exception {
        var newest = stands.subList(Math.max(0, stands.size() - STANDS), stands.size());
        new Crowd(students, newest, manner).actDuring(random, meanwhile);
    }

    /** Lets the crowd act until so many more requests are done. */
    public void actUntilDone(int more) throws Exception {
        actDuring(() -> awaitDone(more));
    }

    /** Waits until so many more requests were done. */
    public void awaitDone(int more) {
        awaitMore(calls::done, more);
    }

    /** Waits until so many more requests were left without an answer that tells. */
    public void awaitUnknown(int more) {
        awaitMore(calls::unknown, more);
    }

    /** However long it takes, as long as it goes on. */
    private static void awaitMore(IntSupplier count, int more) {
        var goal = count.getAsInt() + more;
        for (int reached = count.getAsInt(); reached < goal; reached = count.getAsInt()) {
            var before = reached;
            await().atMost(PATIENCE).until(() -> count.getAsInt() > before);
        }
    }

    /** Compares everything that anybody was told, and everything that is shown now, with everything that is stored. */
    public void judge() {
        // whatever has happened, somebody new is as welcome as ever, once the last of it is over
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> platform.fair().student("Nouveau"));
        var history = platform.history();
        var fold = new Fold();
        history.forEach(fold::apply);
        events = own(history).size();
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(ReadModels.at(platform.database())).isEqualTo(ReadModels.of(fold)));
        var last = stands.stream().collect(Collectors.toMap(Visitor::id, stand -> Board.of(fold, stand.id())));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(followers).allMatch(follower -> follower.sees(last.get(follower.company()))));
        assertThat(Rules.brokenBy(history)).isEmpty();
        assertThat(Promises.brokenBy(own(history), calls.all())).isEmpty();
        assertThat(Views.wrong(fold, students, stands, admin)).isEmpty();
        assertThat(Sightings.impossible(
                        history, followers.stream().map(Follower::sighting).toList()))
                .isEmpty();
        assertThat(calls.surprises()).as(this::errors).isEmpty();
        assertThat(gallery.surprises()).isEmpty();
    }

    /** The platform's log from the first request on that it could not answer through a fault of its own. */
    private String errors() {
        return platform.log()
                .lines()
                .dropWhile(line -> !(line.contains(" ERROR ") && line.contains("ProblemAdvice")))
                .filter(line -> !line.startsWith("\tat ") || line.contains("org.palabre"))
                .limit(100)
                .collect(Collectors.joining("\n"));
    }

    /** What these people have made happen, be it that others had a day here before. */
    private List<Event> own(List<Event> history) {
        var own = Stream.concat(students.stream(), stands.stream())
                .map(Visitor::id)
                .collect(Collectors.toSet());
        return history.stream().filter(event -> own.contains(event.aggregate())).toList();
    }

    /** The figures of the day. */
    @Override
    public String toString() {
        return "%d students, %d stands; %s; %,d events; %,d followers over %,d connections saw %,d states"
                .formatted(
                        students.size(),
                        stands.size(),
                        calls,
                        events,
                        followers.size(),
                        gallery.connections(),
                        gallery.boards());
    }

    @Override
    public void close() {
        followers.forEach(Follower::close);
        gallery.close();
    }
}
