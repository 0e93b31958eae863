package org.palabre.queues.command;

import org.jspecify.annotations.Nullable;
import org.palabre.queues.CompanyStatus;
import org.palabre.shared.Change;

/**
 * One thing that somebody tries at the fair. Companies, students and inscriptions are numbered in the order of their
 * coming; where there are not so many, the last is meant.
 */
sealed interface Move {

    record Opens(String name, int slots, @Nullable Integer limit) implements Move {}

    record Renames(int company, String name) implements Move {}

    record GetsNewToken(int company) implements Move {}

    record Removes(int company) implements Move {}

    record Joins(int student, int company) implements Move {}

    record MakesProfile(int student, String firstName, String lastName) implements Move {}

    record ChangesProfile(int student, Change<String> firstName, Change<String> lastName) implements Move {}

    record BecomesAvailable(int student) implements Move {}

    record TakesPause(int student) implements Move {}

    record Adjusts(int company, Change<CompanyStatus> status, Change<Integer> slots, Change<Integer> limit)
            implements Move {}

    record StartsNext(int company) implements Move {}

    /** What is done with an inscription, by its student or its company. */
    sealed interface OfInscription extends Move {

        int inscription();

        record Leaves(int inscription) implements OfInscription {}

        record Starts(int inscription) implements OfInscription {}

        record Completes(int inscription) implements OfInscription {}

        record Cancels(int inscription) implements OfInscription {}
    }

    /** The same by a company or a student whose inscription it is not. */
    record ByAnother(OfInscription move) implements Move {}

    /** The same with an access token that is not good, or not any more. */
    record WithBadToken(Move move) implements Move {}
}
