package org.palabre.proofs.fair;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.palabre.platform.History.Event;
import org.palabre.proofs.fair.Outcome.Done;
import org.palabre.proofs.fair.Outcome.Refused;
import org.palabre.proofs.fair.Outcome.Unknown;

/**
 * What clients were promised against what is stored: all that was done is there, once; what was refused is not; what is
 * unknown is there once at most; and nothing else is.
 */
final class Promises {

    private final Map<String, NavigableMap<Long, Event>> aggregates = new HashMap<>();
    private final Map<String, List<Event>> left;
    private final List<String> broken = new ArrayList<>();
    private final Map<Event, String> claims = new HashMap<>();
    /** How many requests of unknown outcome may be behind an event, by action and subject. */
    private final Map<String, Integer> perhaps = new HashMap<>();

    private Promises(List<Event> history) {
        history.forEach(event -> aggregates
                .computeIfAbsent(event.aggregate(), _ -> new TreeMap<>())
                .put(event.sequence(), event));
        left = history.stream()
                .filter(event -> event.type().equals(Action.LEAVE.event()))
                .collect(Collectors.groupingBy(event -> event.text("inscriptionId")));
    }

    /** Every promise that the history breaks, in words. */
    static List<String> brokenBy(List<Event> history, List<Call> calls) {
        var promises = new Promises(history);
        calls.stream()
                .collect(Collectors.groupingBy(call -> call.request().key(), LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(promises::compare);
        history.forEach(promises::explain);
        promises.inOrder(calls);
        return promises.broken;
    }

    /** All the sendings of one request. */
    private void compare(List<Call> sendings) {
        var request = sendings.getFirst().request();
        var done = sendings.stream()
                .map(Call::outcome)
                .filter(Done.class::isInstance)
                .map(Done.class::cast)
                .toList();
        var final409s = sendings.stream()
                .map(Call::outcome)
                .filter(outcome -> outcome instanceof Refused refused && !refused.is("in_progress"))
                .map(outcome -> ((Refused) outcome).code())
                .toList();
        if (done.stream()
                                .map(each ->
                                        each.answer().status() + each.answer().text())
                                .distinct()
                                .count()
                        > 1
                || final409s.stream().distinct().count() > 1
                || (!done.isEmpty() && !final409s.isEmpty())) {
            broken.add("%s was answered in different ways: %s".formatted(request, sendings));
        }
        if (!done.isEmpty()) {
            expectDone(request, done.getFirst());
        } else if (sendings.stream().anyMatch(call -> call.outcome() instanceof Unknown) && final409s.isEmpty()) {
            perhaps.merge(request.action() + " " + explained(request), 1, Integer::sum);
        }
    }

    private void expectDone(Request request, Done done) {
        if (request.action() == Action.LEAVE) {
            expectLeft(request);
            return;
        }
        var aggregate = aggregateOf(request);
        var event = at(aggregate, done.version());
        if (event == null) {
            broken.add("%s is missing: %s has no event %d".formatted(request, aggregate, done.version()));
            return;
        }
        switch (request.action()) {
            case JOIN, CALL_NEXT, COMPLETE, CANCEL -> {
                if (event.type().equals(request.action().event())
                        && event.text("inscriptionId").equals(done.id())) {
                    claimAlone(request, event);
                } else {
                    broken.add("%s was promised as %s and is stored as %s".formatted(request, done.answer(), event));
                }
            }
            case BE_AVAILABLE, TAKE_A_PAUSE, CHANGE_SLOTS, CLOSE, REOPEN -> {
                if (!stateAt(request, aggregate, done.version()).equals(request.wanted())) {
                    broken.add("%s was promised, but is not so at event %d".formatted(request, done.version()));
                }
                if (event.type().equals(request.action().event())) {
                    claims.putIfAbsent(event, request.key());
                }
            }
            case LEAVE -> throw new IllegalStateException("is looked at by its inscription");
        }
    }

    private void expectLeft(Request request) {
        var events = left.getOrDefault(request.subject(), List.of());
        if (events.size() != 1) {
            broken.add("%s is stored %d times".formatted(request, events.size()));
        } else {
            claimAlone(request, events.getFirst());
        }
    }

    private void claimAlone(Request request, Event event) {
        var other = claims.putIfAbsent(event, request.key());
        if (other != null && !other.equals(request.key())) {
            broken.add("%s and request %s were promised the same event %s".formatted(request, other, event));
        }
    }

    /** An event that nobody was promised needs a request of unknown outcome that it can be of. */
    private void explain(Event event) {
        var action = Action.behind(event.type());
        if (action == null || claims.containsKey(event)) {
            return;
        }
        var left = perhaps.merge(action + " " + explained(action, event), -1, Integer::sum);
        if (left < 0) {
            broken.add("Nobody asked for %s, or it happened twice".formatted(event));
        }
    }

    private static String explained(Request request) {
        return request.action() == Action.JOIN ? request.who() + " at " + request.subject() : request.subject();
    }

    private static String explained(Action action, Event event) {
        return switch (action) {
            case JOIN -> event.text("studentId") + " at " + event.aggregate();
            case LEAVE, COMPLETE, CANCEL -> event.text("inscriptionId");
            case BE_AVAILABLE, TAKE_A_PAUSE, CALL_NEXT, CHANGE_SLOTS, CLOSE, REOPEN -> event.aggregate();
        };
    }

    /** What was answered before a request began is not newer than what answers that request. */
    private void inOrder(List<Call> calls) {
        var answered = calls.stream()
                .collect(Collectors.groupingBy(call -> call.request().key(), Collectors.toList()))
                .values()
                .stream()
                .map(Promises::together)
                .flatMap(Optional::stream)
                .collect(Collectors.groupingBy(call -> aggregateOf(call.request())));
        answered.values().forEach(this::inOrderOfOne);
    }

    private void inOrderOfOne(List<Call> calls) {
        var running = new PriorityQueue<Call>(Comparator.comparingLong(Call::ended));
        var newest = -1L;
        var begun = calls.stream().sorted(Comparator.comparingLong(Call::began)).toList();
        for (var call : begun) {
            while (!running.isEmpty() && running.peek().ended() < call.began()) {
                newest = Math.max(newest, version(running.remove()));
            }
            if (version(call) < newest) {
                broken.add("%s was answered with version %d after version %d had been told"
                        .formatted(call.request(), version(call), newest));
            }
            running.add(call);
        }
    }

    /** All the sendings of a request as one: from the first time it was sent to the first time it was answered. */
    private static Optional<Call> together(List<Call> sendings) {
        var began = sendings.stream().mapToLong(Call::began).min().orElseThrow();
        return sendings.stream()
                .filter(call -> call.outcome() instanceof Done done && done.hasVersion())
                .min(Comparator.comparingLong(Call::ended))
                .map(call -> new Call(call.request(), began, call.ended(), call.outcome()));
    }

    private static long version(Call call) {
        return ((Done) call.outcome()).version();
    }

    /** The aggregate whose version the answer tells. */
    private static String aggregateOf(Request request) {
        return request.action() == Action.JOIN ? request.subject() : request.who();
    }

    private Event at(String aggregate, long version) {
        return aggregates
                .getOrDefault(aggregate, Collections.emptyNavigableMap())
                .get(version);
    }

    private String stateAt(Request request, String aggregate, long version) {
        var fold = new Fold();
        aggregates.get(aggregate).headMap(version, true).values().forEach(fold::apply);
        var state = switch (request.action()) {
            case BE_AVAILABLE, TAKE_A_PAUSE -> fold.student(aggregate).status();
            case CHANGE_SLOTS -> Integer.toString(fold.stand(aggregate).slots());
            default -> fold.stand(aggregate).status();
        };
        return state.toLowerCase(Locale.ROOT);
    }
}
