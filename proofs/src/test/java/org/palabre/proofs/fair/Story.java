package org.palabre.proofs.fair;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.palabre.platform.Answer;
import org.palabre.platform.History.Event;
import tools.jackson.databind.json.JsonMapper;

/** A history and its calls, told by a test instead of lived. */
final class Story {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Instant NINE = Instant.parse("2026-11-20T09:00:00Z");

    private final List<Event> history = new ArrayList<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private final List<Call> calls = new ArrayList<>();

    Story opened(String company, int slots) {
        return happens(
                company, "CompanyOpened", Map.of("name", company, "maxConcurrentInterviews", slots, "tokenHash", ""));
    }

    Story arrived(String student) {
        return happens(student, "ProfileCreated", Map.of());
    }

    Story joined(String company, String inscription, String student, int position) {
        return happens(
                company,
                "StudentJoined",
                Map.of("inscriptionId", inscription, "studentId", student, "position", position));
    }

    Story started(String company, String inscription, String student) {
        happens(student, "InterviewEntered", Map.of("companyId", company));
        return happens(company, "InterviewStarted", Map.of("inscriptionId", inscription, "studentId", student));
    }

    Story completed(String company, String inscription, String student) {
        happens(student, "InterviewLeft", Map.of("companyId", company, "status", "PAUSED"));
        return happens(company, "InterviewCompleted", Map.of("inscriptionId", inscription, "studentId", student));
    }

    /** The request was made, and answered with the newest event of its aggregate. */
    Story done(Request request, String id) {
        var aggregate = request.action() == Action.JOIN ? request.subject() : request.who();
        return answered(request, sequences.get(aggregate), id);
    }

    Story answered(Request request, long version, String id) {
        return calls(request, new Outcome.Done(answer(200, "\"" + version + "\"", "{\"id\":\"" + id + "\"}")));
    }

    Story refused(Request request, String code) {
        return calls(request, new Outcome.Refused(answer(409, "", "{\"code\":\"" + code + "\"}")));
    }

    Story unanswered(Request request) {
        return calls(request, new Outcome.Unknown("connection reset"));
    }

    List<Event> history() {
        return history;
    }

    List<Call> calls() {
        return calls;
    }

    /** The same history without one event. */
    List<Event> without(int number) {
        var less = new ArrayList<>(history);
        less.remove(number);
        return less;
    }

    /** The same history with one event stored once more at the end, under the next numbers. */
    List<Event> twice(int number) {
        var event = history.get(number);
        var more = new ArrayList<>(history);
        more.add(new Event(
                history.size() + 1,
                event.aggregate(),
                sequences.get(event.aggregate()) + 1,
                event.type(),
                event.at(),
                event.payload()));
        return more;
    }

    private Story happens(String aggregate, String type, Map<String, ?> payload) {
        var sequence = sequences.merge(aggregate, 0L, (last, _) -> last + 1);
        var index = history.size() + 1;
        history.add(new Event(
                index, aggregate, sequence, "queues." + type, NINE.plusSeconds(index), JSON.valueToTree(payload)));
        return this;
    }

    private Story calls(Request request, Outcome outcome) {
        calls.add(new Call(request, 2L * calls.size(), 2L * calls.size() + 1, outcome));
        return this;
    }

    private static Answer answer(int status, String version, String text) {
        return new Answer(
                status,
                HttpHeaders.of(
                        Map.of("ETag", List.of(version), "Content-Type", List.of("application/problem+json")),
                        (_, _) -> true),
                text.getBytes(StandardCharsets.UTF_8));
    }
}
