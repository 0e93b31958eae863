package org.palabre.queues.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.palabre.queues.command.FairMessages.rename;
import static org.palabre.queues.command.People.ADMIN;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.palabre.queues.AccessToken;
import org.palabre.queues.CompanyCommand;
import org.palabre.queues.CompanyCommand.CancelInterview;
import org.palabre.queues.CompanyCommand.ChangeCompany;
import org.palabre.queues.CompanyCommand.CompleteInterview;
import org.palabre.queues.CompanyCommand.JoinQueue;
import org.palabre.queues.CompanyCommand.NewToken;
import org.palabre.queues.CompanyCommand.OpenCompany;
import org.palabre.queues.CompanyCommand.RegenerateToken;
import org.palabre.queues.CompanyCommand.RemoveCompany;
import org.palabre.queues.CompanyCommand.StartInterview;
import org.palabre.queues.CompanyCommand.StartNextInterview;
import org.palabre.queues.CompanyEvent;
import org.palabre.queues.CompanyId;
import org.palabre.queues.InscriptionId;
import org.palabre.queues.StudentCommand.BecomeAvailable;
import org.palabre.queues.StudentCommand.ChangeProfile;
import org.palabre.queues.StudentCommand.CreateProfile;
import org.palabre.queues.StudentCommand.LeaveQueue;
import org.palabre.queues.StudentCommand.TakePause;
import org.palabre.queues.StudentEvent;
import org.palabre.queues.StudentId;
import org.palabre.queues.command.FairModel.Reply;
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
import org.palabre.shared.Actor;
import org.palabre.shared.Actor.Account;
import org.palabre.shared.Actor.Role;
import org.palabre.shared.Change;

/** Makes moves at the fair and in the model of it, and compares all that comes of them. */
final class FairPlay {

    /** Of a token that is no company's. */
    private static final String NO_TOKEN = AccessToken.hash("");

    private final Fair fair;
    private final FairModel model = new FairModel();
    private final List<Account> students;
    private final List<CompanyId> companies = new ArrayList<>();
    private final Map<CompanyId, String> firstTokens = new HashMap<>();
    private final List<Inscribed> inscriptions = new ArrayList<>();
    private final Map<String, Snapshot> snapshots = new HashMap<>();

    /** An inscription of a student at a company, by their numbers. */
    private record Inscribed(InscriptionId id, int student, int company) {

        Inscribed ofAnother() {
            return new Inscribed(id, another(student), another(company));
        }

        private static int another(int number) {
            return number == 0 ? 1 : number - 1;
        }
    }

    /** What the first events of an aggregate make of it. */
    private record Snapshot(int events, String json) {}

    FairPlay(Fair fair, int students) {
        this.fair = fair;
        this.students = Stream.generate(() -> People.account(Role.STUDENT))
                .limit(students)
                .toList();
    }

    List<Object> history() {
        return fair.history();
    }

    void make(Move move) {
        var command = command(move);
        var actor = actor(move);

        var outcome = fair.when(command).as(actor);

        var expected = model.play(command, actor, timeOf(command));
        assertThat(reply(outcome)).as("%s", move).isEqualTo(expected);
        if (expected instanceof Reply.No) {
            assertThat(outcome.events()).as("%s", move).isEmpty();
        } else {
            remember(move, command, outcome);
        }
        tellAgain(outcome.events());
    }

    /** When the last thing happened at the company that the command was for: what it has done, if it has done anything. */
    private Instant timeOf(Object command) {
        var events = command instanceof CompanyCommand ofCompany
                ? fair.events(ofCompany.companyId().toString())
                : List.<DomainEventMessage<?>>of();
        return events.isEmpty() ? Instant.EPOCH : events.getLast().getTimestamp();
    }

    private Object command(Move move) {
        return switch (move) {
            case Opens opens -> new OpenCompany(CompanyId.next(), opens.name(), opens.slots(), opens.limit());
            case Renames renames -> rename(company(renames.company()), renames.name());
            case GetsNewToken gets -> new RegenerateToken(company(gets.company()));
            case Removes removes -> new RemoveCompany(company(removes.company()));
            case Joins joins -> new JoinQueue(company(joins.company()), InscriptionId.next());
            case MakesProfile makes -> new CreateProfile(profile(makes.student()), makes.firstName(), makes.lastName());
            case ChangesProfile changes ->
                new ChangeProfile(profile(changes.student()), changes.firstName(), changes.lastName());
            case BecomesAvailable becomes -> new BecomeAvailable(profile(becomes.student()));
            case TakesPause takes -> new TakePause(profile(takes.student()));
            case Adjusts adjusts ->
                new ChangeCompany(
                        company(adjusts.company()), Change.keep(), adjusts.status(), adjusts.slots(), adjusts.limit());
            case StartsNext starts -> new StartNextInterview(company(starts.company()));
            case OfInscription of -> command(of, inscription(of));
            case ByAnother(var of) -> command(of, inscription(of).ofAnother());
            case WithBadToken(var same) -> command(same);
        };
    }

    private Object command(OfInscription move, Inscribed inscribed) {
        var company = company(inscribed.company());
        return switch (move) {
            case Leaves _ -> new LeaveQueue(profile(inscribed.student()), inscribed.id());
            case Starts _ -> new StartInterview(company, inscribed.id());
            case Completes _ -> new CompleteInterview(company, inscribed.id());
            case Cancels _ -> new CancelInterview(company, inscribed.id());
        };
    }

    private Actor actor(Move move) {
        return switch (move) {
            case Opens _, Renames _, GetsNewToken _, Removes _ -> ADMIN;
            case Joins joins -> account(joins.student());
            case MakesProfile makes -> account(makes.student());
            case ChangesProfile changes -> account(changes.student());
            case BecomesAvailable becomes -> account(becomes.student());
            case TakesPause takes -> account(takes.student());
            case Adjusts adjusts -> stand(adjusts.company());
            case StartsNext starts -> stand(starts.company());
            case OfInscription of -> actor(of, inscription(of));
            case ByAnother(var of) -> actor(of, inscription(of).ofAnother());
            case WithBadToken(var same) -> withBadToken((Actor.Company) actor(same));
        };
    }

    private Actor actor(OfInscription move, Inscribed inscribed) {
        return switch (move) {
            case Leaves _ -> account(inscribed.student());
            case Starts _, Completes _, Cancels _ -> stand(inscribed.company());
        };
    }

    private Actor.Company stand(int company) {
        var id = company(company);
        return new Actor.Company(id.value(), model.token(id).orElse(NO_TOKEN));
    }

    /** With the company's first token where it has another by now. */
    private Actor.Company withBadToken(Actor.Company stand) {
        var first = firstTokens.get(new CompanyId(stand.id()));
        return new Actor.Company(stand.id(), first.equals(stand.tokenHash()) ? NO_TOKEN : first);
    }

    private Account account(int student) {
        return students.get(student);
    }

    private StudentId profile(int student) {
        return People.student(account(student));
    }

    private CompanyId company(int company) {
        return companies.get(Math.min(company, companies.size() - 1));
    }

    private Inscribed inscription(OfInscription move) {
        return inscriptions.isEmpty()
                ? new Inscribed(InscriptionId.next(), 0, 0)
                : inscriptions.get(Math.min(move.inscription(), inscriptions.size() - 1));
    }

    private static Reply reply(Fair.Outcome outcome) {
        var result = outcome.result();
        if (result.isExceptional()) {
            return new Reply.No(
                    result.exceptionResult() instanceof AggregateNotFoundException ? "not_found" : outcome.refusal());
        }
        return new Reply.Yes(result.getPayload() instanceof NewToken answer ? answer.company() : result.getPayload());
    }

    private void remember(Move move, Object command, Fair.Outcome outcome) {
        if (move instanceof Joins(int student, int company) && command instanceof JoinQueue join) {
            inscriptions.add(new Inscribed(join.inscriptionId(), student, company));
        }
        if (outcome.result().getPayload() instanceof NewToken answer) {
            var company = answer.company().id();
            var token = AccessToken.hash(answer.accessToken());
            model.newToken(company, token);
            if (firstTokens.putIfAbsent(company, token) == null) {
                companies.add(company);
            }
        }
    }

    /** All its events from the first, and the last of them on top of a snapshot, have to make the same of an aggregate. */
    private void tellAgain(List<Object> events) {
        var companies = events.stream()
                .filter(CompanyEvent.class::isInstance)
                .map(event -> ((CompanyEvent) event).companyId().toString());
        var students = events.stream()
                .filter(StudentEvent.class::isInstance)
                .map(event -> ((StudentEvent) event).studentId().toString());
        companies.distinct().forEach(company -> tellAgain(Retelling.COMPANY, company));
        students.distinct().forEach(student -> tellAgain(Retelling.STUDENT, student));
    }

    private <T> void tellAgain(Retelling<T> retelling, String aggregate) {
        var events = fair.events(aggregate);
        var whole = retelling.of(events);
        var snapshot = snapshots.put(aggregate, new Snapshot(events.size(), retelling.snapshot(whole)));
        if (snapshot != null) {
            assertThat(retelling.of(snapshot.json(), events.subList(snapshot.events(), events.size())))
                    .usingRecursiveComparison()
                    .isEqualTo(whole);
        }
    }
}
