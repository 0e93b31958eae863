package org.palabre.proofs.fair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.palabre.platform.History.Event;
import org.palabre.platform.OneShape;
import org.palabre.proofs.fair.Sightings.Sighting;

/** A checker that finds nothing proves nothing: it is shown corrupted histories, and has to catch each. */
@OneShape("it starts nothing")
class CheckerTest {

    private static final Request ADA_JOINS = Request.join("ada", "acme");
    private static final Request ACME_CALLS = Request.callNext("acme");

    /** Ada joined Acme, had her interview there, and was told of each. */
    private final Story story = new Story()
            .opened("acme", 1)
            .opened("globex", 2)
            .arrived("ada")
            .arrived("bob")
            .joined("acme", "ada at acme", "ada", 1)
            .done(ADA_JOINS, "ada at acme")
            .started("acme", "ada at acme", "ada")
            .done(ACME_CALLS, "ada at acme")
            .completed("acme", "ada at acme", "ada")
            .done(Request.end(Action.COMPLETE, "acme", "ada at acme"), "ada at acme");

    @Test
    void a_true_history_is_blameless() {
        assertThat(Rules.brokenBy(story.history())).isEmpty();
        assertThat(Promises.brokenBy(story.history(), story.calls())).isEmpty();
        assertThat(Sightings.impossible(story.history(), List.of(saw(allBoards()))))
                .isEmpty();
    }

    @Test
    void an_event_that_was_removed_is_missed_wherever_it_was() {
        for (int number = 0; number < story.history().size() - 1; number++) {
            var aggregate = story.history().get(number).aggregate();
            var wasLast = story.history().stream()
                    .skip(number + 1L)
                    .noneMatch(event -> event.aggregate().equals(aggregate));
            if (!wasLast) {
                assertThat(Rules.brokenBy(story.without(number)))
                        .as("without %d", number)
                        .isNotEmpty();
            }
        }
        var withoutLast = story.without(story.history().size() - 1);
        assertThat(Promises.brokenBy(withoutLast, story.calls()))
                .singleElement()
                .asString()
                .contains("is missing");
    }

    @Test
    void an_event_that_is_stored_twice_is_noticed_whichever_it_is() {
        for (int number = 4; number < story.history().size(); number++) {
            assertThat(Rules.brokenBy(story.twice(number)))
                    .as("twice %d", number)
                    .isNotEmpty();
        }
        var sameNumber = new ArrayList<>(story.history());
        sameNumber.add(story.history().getLast());
        assertThat(Rules.brokenBy(sameNumber)).isNotEmpty();
    }

    @Test
    void events_that_changed_places_are_noticed() {
        for (int number = 4; number < story.history().size() - 1; number++) {
            var swapped = new ArrayList<>(story.history());
            Collections.swap(swapped, number, number + 1);
            assertThat(Rules.brokenBy(swapped)).as("swapped %d", number).isNotEmpty();
        }
    }

    @Test
    void two_interviews_of_one_student_are_noticed() {
        var two = new Story()
                .opened("acme", 1)
                .opened("globex", 1)
                .arrived("ada")
                .joined("acme", "ada at acme", "ada", 1)
                .joined("globex", "ada at globex", "ada", 1)
                .started("acme", "ada at acme", "ada")
                .started("globex", "ada at globex", "ada");

        assertThat(Rules.brokenBy(two.history()))
                .anyMatch(broken -> broken.endsWith("starts a second interview of the student"))
                .anyMatch(broken -> broken.endsWith("calls a student who is IN_INTERVIEW"));
    }

    @Test
    void a_stand_above_its_slots_is_noticed() {
        var crowded = new Story()
                .opened("acme", 1)
                .arrived("ada")
                .arrived("bob")
                .joined("acme", "ada at acme", "ada", 1)
                .joined("acme", "bob at acme", "bob", 2)
                .started("acme", "ada at acme", "ada")
                .started("acme", "bob at acme", "bob");

        assertThat(Rules.brokenBy(crowded.history())).singleElement().asString().endsWith("starts above the slots");
    }

    @Test
    void a_position_or_a_place_that_is_given_twice_is_noticed() {
        var again = new Story()
                .opened("acme", 1)
                .arrived("ada")
                .arrived("bob")
                .joined("acme", "ada at acme", "ada", 1)
                .joined("acme", "bob at acme", "bob", 1)
                .joined("acme", "ada at acme again", "ada", 2);

        assertThat(Rules.brokenBy(again.history()))
                .anyMatch(broken -> broken.endsWith("takes another position than the one after 1"))
                .anyMatch(broken -> broken.endsWith("is a second inscription of the student"));
    }

    @Test
    void what_was_refused_must_not_have_happened() {
        story.refused(Request.join("bob", "acme"), "queue_full");
        assertThat(promises()).isEmpty();

        story.joined("acme", "bob at acme", "bob", 2);
        assertThat(promises()).singleElement().asString().startsWith("Nobody asked for");
    }

    @Test
    void what_is_unknown_may_have_happened_once() {
        story.unanswered(Request.join("bob", "globex"));
        assertThat(promises()).isEmpty();

        story.joined("globex", "bob at globex", "bob", 1);
        assertThat(promises()).isEmpty();

        story.joined("globex", "bob at globex again", "bob", 2);
        assertThat(promises()).singleElement().asString().startsWith("Nobody asked for");
    }

    @Test
    void one_event_cannot_answer_two_requests() {
        story.done(Request.end(Action.COMPLETE, "acme", "ada at acme"), "ada at acme");

        assertThat(promises()).singleElement().asString().contains("promised the same event");
    }

    @Test
    void a_request_that_is_repeated_gets_the_first_answer() {
        story.answered(ADA_JOINS, 1, "ada at acme");
        assertThat(promises()).isEmpty();

        story.answered(ADA_JOINS, 1, "another inscription");
        assertThat(promises()).singleElement().asString().contains("answered in different ways");
    }

    @Test
    void an_answer_may_not_be_older_than_one_that_came_before_it_was_asked() {
        story.answered(Request.recruiting("acme", true), 0, "acme");

        assertThat(promises()).singleElement().asString().contains("after version 3 had been told");
    }

    @Test
    void an_answer_has_to_say_what_is_stored() {
        story.answered(Request.recruiting("globex", false), 0, "globex");

        assertThat(promises()).singleElement().asString().contains("is not so");
    }

    @Test
    void an_update_out_of_order_one_that_never_was_and_a_last_one_that_did_not_come_are_noticed() {
        var boards = allBoards();
        var back = new ArrayList<>(boards);
        Collections.swap(back, 1, 2);
        var never = new ArrayList<>(boards);
        never.set(1, Board.of(folded(List.of(story.history().get(0))), "acme"));
        var foreign = Board.of(folded(new Story().opened("acme", 9).history()), "acme");
        never.add(2, foreign);

        assertThat(impossible(back)).anyMatch(wrong -> wrong.contains("goes back to"));
        assertThat(impossible(never)).anyMatch(wrong -> wrong.contains("saw what never was"));
        assertThat(impossible(boards.subList(0, 3))).anyMatch(wrong -> wrong.contains("ends with"));
        assertThat(impossible(List.of())).anyMatch(wrong -> wrong.contains("saw nothing"));
    }

    @Test
    void a_read_model_that_stopped_somewhere_is_not_the_history() {
        var shown = ReadModels.of(folded(story.history()));

        for (int number = 0; number < story.history().size(); number++) {
            assertThat(ReadModels.of(folded(story.history().subList(0, number))))
                    .isNotEqualTo(shown);
        }
    }

    private List<String> promises() {
        return Promises.brokenBy(story.history(), story.calls());
    }

    private List<String> impossible(List<Board> states) {
        return Sightings.impossible(story.history(), List.of(saw(states)));
    }

    private static Sighting saw(List<Board> states) {
        return new Sighting("a follower", "acme", states);
    }

    /** Acme's board after each of its events. */
    private List<Board> allBoards() {
        var boards = new ArrayList<Board>();
        var fold = new Fold();
        for (var event : story.history()) {
            fold.apply(event);
            if (event.aggregate().equals("acme")) {
                boards.add(Board.of(fold, "acme"));
            }
        }
        return boards;
    }

    private static Fold folded(List<Event> history) {
        var fold = new Fold();
        history.forEach(fold::apply);
        return fold;
    }
}
