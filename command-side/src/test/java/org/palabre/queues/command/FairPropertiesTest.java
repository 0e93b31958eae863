package org.palabre.queues.command;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import org.palabre.queues.CompanyStatus;
import org.palabre.queues.command.Move.Adjusts;
import org.palabre.queues.command.Move.BecomesAvailable;
import org.palabre.queues.command.Move.ByAnother;
import org.palabre.queues.command.Move.ChangesProfile;
import org.palabre.queues.command.Move.GetsNewToken;
import org.palabre.queues.command.Move.Joins;
import org.palabre.queues.command.Move.MakesProfile;
import org.palabre.queues.command.Move.OfInscription;
import org.palabre.queues.command.Move.OfInscription.Cancels;
import org.palabre.queues.command.Move.OfInscription.Completes;
import org.palabre.queues.command.Move.OfInscription.Leaves;
import org.palabre.queues.command.Move.OfInscription.Starts;
import org.palabre.queues.command.Move.Opens;
import org.palabre.queues.command.Move.Removes;
import org.palabre.queues.command.Move.Renames;
import org.palabre.queues.command.Move.StartsNext;
import org.palabre.queues.command.Move.TakesPause;
import org.palabre.queues.command.Move.WithBadToken;
import org.palabre.shared.Change;

/** Whatever companies and students do in whatever order, the fair does as a simple model of it. */
class FairPropertiesTest {

    private static final int STUDENTS = 4;
    private static final int COMPANIES = 3;

    /** So that there is something to do at a fair from the first move on; the last student is not there yet. */
    private static final List<Move> OPENING = List.of(
            new Opens("Sahel", 1, null),
            new Opens("Baobab", 2, 2),
            new MakesProfile(0, "Ada", "Lovelace"),
            new MakesProfile(1, "Alan", "Turing"),
            new MakesProfile(2, "Grace", "Hopper"));

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void the_fair_goes_as_the_model_says(@ForAll("moves") List<Move> moves, @ForAll boolean remembers) {
        var play = new FairPlay(remembers ? Fair.thatRemembers() : new Fair(), STUDENTS);

        Stream.of(OPENING, moves).flatMap(List::stream).forEach(play::make);

        new FairAudit().audit(play.history());
    }

    @Provide
    Arbitrary<List<Move>> moves() {
        return Arbitraries.frequencyOf(
                        Tuple.of(6, joining()),
                        Tuple.of(4, companies().map(StartsNext::new)),
                        Tuple.of(7, interviewing()),
                        Tuple.of(2, leaving()),
                        Tuple.of(3, students().map(BecomesAvailable::new)),
                        Tuple.of(1, students().map(TakesPause::new)),
                        Tuple.of(2, adjusting()),
                        Tuple.of(3, seldom()))
                .list()
                .ofMaxSize(60)
                .withSizeDistribution(RandomDistribution.uniform());
    }

    private static Arbitrary<Move> joining() {
        return Combinators.combine(students(), companies()).as(Joins::new);
    }

    private static Arbitrary<OfInscription> leaving() {
        return inscriptions().map(Leaves::new);
    }

    private static Arbitrary<OfInscription> interviewing() {
        return inscriptions()
                .flatMap(inscription ->
                        Arbitraries.of(new Starts(inscription), new Completes(inscription), new Cancels(inscription)));
    }

    private static Arbitrary<Move> seldom() {
        return Arbitraries.oneOf(
                Combinators.combine(companyNames(), numbers(), limits()).as(Opens::new),
                Combinators.combine(companies(), companyNames()).as(Renames::new),
                companies().map(GetsNewToken::new),
                companies().map(Removes::new),
                Combinators.combine(students(), firstNames(), firstNames()).as(MakesProfile::new),
                Combinators.combine(students(), change(firstNames()), change(firstNames()))
                        .as(ChangesProfile::new),
                leaving().map(ByAnother::new),
                interviewing().map(ByAnother::new),
                companies().map(StartsNext::new).map(WithBadToken::new),
                interviewing().map(WithBadToken::new),
                adjusting().map(WithBadToken::new));
    }

    private static Arbitrary<Move> adjusting() {
        return Combinators.combine(
                        companies(), change(Arbitraries.of(CompanyStatus.class)), change(numbers()), change(limits()))
                .as(Adjusts::new);
    }

    private static <T> Arbitrary<Change<T>> change(Arbitrary<T> values) {
        return Arbitraries.oneOf(Arbitraries.of(Change.<T>keep()), values.map(Change::to));
    }

    private static Arbitrary<Integer> students() {
        return Arbitraries.integers().between(0, STUDENTS - 1);
    }

    private static Arbitrary<Integer> companies() {
        return Arbitraries.integers().between(0, COMPANIES - 1);
    }

    private static Arbitrary<Integer> inscriptions() {
        return Arbitraries.integers().between(0, 9);
    }

    private static Arbitrary<Integer> numbers() {
        return Arbitraries.integers().between(1, 3);
    }

    private static Arbitrary<Integer> limits() {
        return numbers().injectNull(0.3);
    }

    private static Arbitrary<String> companyNames() {
        return Arbitraries.of("Sahel", "SAHEL", "Baobab", "Baobab Énergie", "baobab énergie");
    }

    private static Arbitrary<String> firstNames() {
        return Arbitraries.of("Ada", "Alan", "Grace");
    }
}
