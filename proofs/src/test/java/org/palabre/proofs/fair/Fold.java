package org.palabre.proofs.fair;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.palabre.platform.History.Event;

/** What a history makes of the fair and its people, folded here anew, event by event, by none of the platform's code. */
final class Fold {

    /** A company's stand, without the queue in front of it. */
    record Stand(
            String id,
            String name,
            String status,
            int slots,
            Integer limit,
            String tokenHash,
            int lastPosition,
            int completed,
            double seconds,
            long version) {

        Stand status(String next) {
            return new Stand(id, name, next, slots, limit, tokenHash, lastPosition, completed, seconds, version);
        }

        Stand slots(int next) {
            return new Stand(id, name, status, next, limit, tokenHash, lastPosition, completed, seconds, version);
        }

        Stand position(int next) {
            return new Stand(id, name, status, slots, limit, tokenHash, next, completed, seconds, version);
        }

        Stand interviewed(double more) {
            return new Stand(
                    id, name, status, slots, limit, tokenHash, lastPosition, completed + 1, seconds + more, version);
        }

        Stand version(long next) {
            return new Stand(id, name, status, slots, limit, tokenHash, lastPosition, completed, seconds, next);
        }
    }

    /** A place in a queue. */
    record Place(
            String id,
            String company,
            String student,
            int position,
            String status,
            Instant joinedAt,
            Instant startedAt) {

        Place become(String next, Instant started) {
            return new Place(id, company, student, position, next, joinedAt, started);
        }

        boolean waits() {
            return status.equals("WAITING");
        }

        boolean runs() {
            return status.equals("IN_INTERVIEW");
        }
    }

    /** A student, and the company whose interview it sits in. */
    record Student(String id, String status, String company, long version) {}

    /** An account, as far as its events can be read by anybody. */
    record Account(String id, String status, Set<String> roles, Instant createdAt, Instant lastLogIn, long version) {}

    private final Map<String, Stand> stands = new LinkedHashMap<>();
    private final Map<String, Map<String, Place>> queues = new HashMap<>();
    private final Map<String, Student> students = new LinkedHashMap<>();
    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final Map<String, String> sessions = new HashMap<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private final Set<String> shown = new HashSet<>();
    private long index;

    /** Folds one more event, as far as it makes sense. */
    void apply(Event event) {
        index = event.index();
        sequences.put(event.aggregate(), event.sequence());
        if (event.type().startsWith("queues.")) {
            atTheFair(event);
            shown.add(event.aggregate());
        } else if (event.type().startsWith("accounts.")) {
            toAccounts(event);
            shown.add(event.aggregate());
        }
        stands.computeIfPresent(event.aggregate(), (_, stand) -> stand.version(event.sequence()));
        students.computeIfPresent(
                event.aggregate(),
                (_, student) -> new Student(student.id(), student.status(), student.company(), event.sequence()));
    }

    private void atTheFair(Event event) {
        switch (event.type()) {
            case "queues.CompanyOpened" -> open(event);
            case "queues.RecruitingPaused" -> stand(event, stand -> stand.status("PAUSED"));
            case "queues.RecruitingResumed" -> stand(event, stand -> stand.status("RECRUITING"));
            case "queues.SlotsChanged" ->
                stand(
                        event,
                        stand -> stand.slots(
                                event.payload().get("maxConcurrentInterviews").asInt()));
            case "queues.StudentJoined" -> join(event);
            case "queues.StudentLeft" -> queue(event).remove(event.text("inscriptionId"));
            case "queues.InterviewStarted" -> place(event, place -> place.become("IN_INTERVIEW", event.at()));
            case "queues.InterviewCancelled" -> place(event, place -> place.become("WAITING", null));
            case "queues.InterviewCompleted" -> complete(event);
            case "queues.ProfileCreated" -> student(event, "AVAILABLE", null);
            case "queues.InterviewEntered" -> student(event, "IN_INTERVIEW", event.text("companyId"));
            case "queues.InterviewLeft" -> student(event, event.text("status"), null);
            case "queues.StudentPaused" -> student(event, "PAUSED", null);
            case "queues.StudentBecameAvailable" -> student(event, "AVAILABLE", null);
            case "queues.QueueJoined", "queues.QueueLeft" -> {}
            case String other -> throw new IllegalArgumentException("No fold for " + other);
        }
    }

    private void open(Event event) {
        var limit = event.payload().get("maxQueueSize");
        stands.put(
                event.aggregate(),
                new Stand(
                        event.aggregate(),
                        event.text("name"),
                        "RECRUITING",
                        event.payload().get("maxConcurrentInterviews").asInt(),
                        limit == null || limit.isNull() ? null : limit.asInt(),
                        event.text("tokenHash"),
                        0,
                        0,
                        0,
                        0));
        queues.put(event.aggregate(), new LinkedHashMap<>());
    }

    private void join(Event event) {
        var position = event.payload().get("position").asInt();
        queue(event)
                .put(
                        event.text("inscriptionId"),
                        new Place(
                                event.text("inscriptionId"),
                                event.aggregate(),
                                event.text("studentId"),
                                position,
                                "WAITING",
                                event.at(),
                                null));
        stand(event, stand -> stand.position(position));
    }

    private void complete(Event event) {
        var place = queue(event).get(event.text("inscriptionId"));
        if (place != null && place.runs()) {
            var seconds = Duration.between(place.startedAt(), event.at()).toNanos() / 1_000 / 1e6;
            stand(event, stand -> stand.interviewed(seconds));
        }
        place(event, running -> running.become("COMPLETED", running.startedAt()));
    }

    private void toAccounts(Event event) {
        var id = event.aggregate();
        switch (event.type()) {
            case "accounts.AccountRegistered" ->
                accounts.put(id, new Account(id, "UNVERIFIED", Set.of(), event.at(), null, 0));
            case "accounts.EmailProved" -> account(event, "ACTIVE", null);
            case "accounts.RoleGranted" -> account(event, null, event.text("role"));
            case "accounts.AccountLoggedIn" -> account(event, null, null);
            case "accounts.SessionStarted" -> sessions.put(event.text("sessionId"), event.text("accountId"));
            case "accounts.SessionEnded" -> sessions.remove(event.text("sessionId"));
            default -> {}
        }
    }

    private void account(Event event, String status, String role) {
        accounts.computeIfPresent(event.aggregate(), (id, account) -> {
            var roles = new TreeSet<>(account.roles());
            if (role != null) {
                roles.add(role);
            }
            var lastLogIn = event.type().equals("accounts.AccountLoggedIn") ? event.at() : account.lastLogIn();
            return new Account(
                    id,
                    status == null ? account.status() : status,
                    roles,
                    account.createdAt(),
                    lastLogIn,
                    event.sequence());
        });
    }

    private void stand(Event event, UnaryOperator<Stand> change) {
        stands.computeIfPresent(event.aggregate(), (_, stand) -> change.apply(stand));
    }

    private void place(Event event, UnaryOperator<Place> change) {
        queue(event).computeIfPresent(event.text("inscriptionId"), (_, place) -> change.apply(place));
    }

    private void student(Event event, String status, String company) {
        students.put(event.aggregate(), new Student(event.aggregate(), status, company, event.sequence()));
    }

    private Map<String, Place> queue(Event event) {
        return queues.computeIfAbsent(event.aggregate(), _ -> new LinkedHashMap<>());
    }

    long index() {
        return index;
    }

    Map<String, Long> sequences() {
        return sequences;
    }

    /** How far the aggregates go that read models show. */
    Map<String, Long> folded() {
        var folded = new HashMap<>(sequences);
        folded.keySet().retainAll(shown);
        return folded;
    }

    Map<String, Stand> stands() {
        return stands;
    }

    Map<String, Student> students() {
        return students;
    }

    Map<String, Account> accounts() {
        return accounts;
    }

    Map<String, String> sessions() {
        return sessions;
    }

    Stand stand(String company) {
        return stands.get(company);
    }

    Student student(String student) {
        return students.get(student);
    }

    /** A place in the queue of a company, or {@code null}. */
    Place place(String company, String inscription) {
        return queues.getOrDefault(company, Map.of()).get(inscription);
    }

    /** The places in front of a company's stand, in the order of positions. */
    List<Place> places(String company) {
        return new ArrayList<>(queues.getOrDefault(company, Map.of()).values());
    }

    Stream<Place> places() {
        return queues.values().stream().flatMap(queue -> queue.values().stream());
    }
}
