package org.palabre.queues.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.palabre.queues.command.FairMessages.at;
import static org.palabre.queues.command.FairMessages.joined;
import static org.palabre.queues.command.FairMessages.opened;
import static org.palabre.queues.command.FairMessages.pause;
import static org.palabre.queues.command.FairMessages.profile;
import static org.palabre.queues.command.FairMessages.started;
import static org.palabre.queues.command.People.ACME;
import static org.palabre.queues.command.People.ADA;
import static org.palabre.queues.command.People.ADMIN;
import static org.palabre.queues.command.People.BOB;
import static org.palabre.queues.command.People.CLEO;
import static org.palabre.queues.command.People.EDITOR;
import static org.palabre.queues.command.People.GLOBEX;
import static org.palabre.queues.command.People.stand;
import static org.palabre.queues.command.People.student;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.palabre.queues.CompanyCommand;
import org.palabre.queues.CompanyCommand.CancelInterview;
import org.palabre.queues.CompanyCommand.CompleteInterview;
import org.palabre.queues.CompanyCommand.JoinQueue;
import org.palabre.queues.CompanyCommand.OpenCompany;
import org.palabre.queues.CompanyCommand.RegenerateToken;
import org.palabre.queues.CompanyCommand.RemoveCompany;
import org.palabre.queues.CompanyCommand.StartInterview;
import org.palabre.queues.CompanyCommand.StartNextInterview;
import org.palabre.queues.CompanyId;
import org.palabre.queues.StudentCommand;
import org.palabre.queues.StudentCommand.BecomeAvailable;
import org.palabre.queues.StudentCommand.ChangeProfile;
import org.palabre.queues.StudentCommand.CreateProfile;
import org.palabre.queues.StudentCommand.LeaveQueue;
import org.palabre.queues.StudentCommand.TakePause;
import org.palabre.shared.Actor;
import org.palabre.shared.Actor.Account;
import org.palabre.shared.Actor.Role;
import org.palabre.shared.Change;
import org.palabre.shared.Ids;

/** Every command of the fair, asked for by everyone. {@code 401}, {@code 403} and so on stand for the refusals. */
class WhoMayTest {

    private static final String TABLE = """
            command              anyone unproved student other editor admin platform company elsewhere outdated
            OpenCompany          401    mail     403     403   403    yes   401      401     401       401
            ChangeCompany        401    mail     403     403   403    yes   401      yes     404       401
            RegenerateToken      401    mail     403     403   403    yes   401      401     401       401
            RemoveCompany        401    mail     403     403   403    yes   401      401     401       401
            StartInterview       401    401      401     401   401    401   401      yes     404       401
            StartNextInterview   401    401      401     401   401    401   401      yes     404       401
            CompleteInterview    401    401      401     401   401    401   401      yes     404       401
            CancelInterview      401    401      401     401   401    401   401      yes     404       401
            JoinQueue            401    mail     yes     yes   403    403   401      401     401       401
            LeaveQueue           401    mail     yes     404   403    403   401      401     401       401
            CreateProfile        401    mail     yes     404   403    403   401      401     401       401
            ChangeProfile        401    mail     yes     404   403    403   401      401     401       401
            BecomeAvailable      401    mail     yes     404   403    403   401      401     401       401
            TakePause            401    mail     yes     404   403    403   401      401     401       401
            """;

    private static final Map<String, String> REFUSALS = Map.of(
            "yes",
            "",
            "401",
            "not_authenticated",
            "mail",
            "email_not_verified",
            "403",
            "forbidden",
            "404",
            "not_found");

    /** Makes a profile for the first time; everyone else has one. */
    private static final Account NEWCOMER = People.account(Role.STUDENT);

    private static final Account OTHER = People.account(Role.STUDENT);

    private final Fair fair = new Fair()
            .given(opened(ACME, 2), opened(GLOBEX, 1), profile(ADA), profile(BOB), profile(CLEO), profile(OTHER))
            .given(joined(ACME, BOB, 1))
            .given(joined(ACME, CLEO, 2))
            .given(joined(GLOBEX, ADA, 1))
            .given(started(ACME, CLEO));

    private static final Map<String, Object> COMMANDS = commands();

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @MethodSource("table")
    void a_command_is_for_those_it_is_for(String command, String who, String outcome) {
        var outcomes = fair.when(COMMANDS.get(command)).as(actor(command, who));

        assertThat(outcomes.refusal()).isEqualTo(REFUSALS.get(outcome));
        if (!outcome.equals("yes")) {
            assertThat(outcomes.events()).isEmpty();
        }
    }

    @Test
    void the_table_has_every_command() {
        var all = Stream.of(CompanyCommand.class, StudentCommand.class)
                .flatMap(family -> Arrays.stream(family.getPermittedSubclasses()))
                .map(Class::getSimpleName)
                .collect(Collectors.toSet());

        assertThat(COMMANDS.keySet()).isEqualTo(all);
        assertThat(table().map(row -> (String) row.get()[0])).containsAll(all);
    }

    private static Actor actor(String command, String who) {
        var student = command.equals("CreateProfile") ? NEWCOMER : ADA;
        return switch (who) {
            case "anyone" -> new Actor.Anyone();
            case "unproved" -> new Account(student.id(), Ids.next(), false, Set.of(Role.values()));
            case "student" -> student;
            case "other" -> OTHER;
            case "editor" -> EDITOR;
            case "admin" -> ADMIN;
            case "platform" -> new Actor.Platform();
            case "company" -> stand(ACME);
            case "elsewhere" -> stand(GLOBEX);
            case "outdated" -> new Actor.Company(ACME.value(), "hash of an old token");
            default -> throw new IllegalArgumentException(who);
        };
    }

    private static Map<String, Object> commands() {
        var commands = new LinkedHashMap<String, Object>();
        Stream.of(
                        new OpenCompany(CompanyId.next(), "Initech", 1, null),
                        pause(ACME),
                        new RegenerateToken(ACME),
                        new RemoveCompany(ACME),
                        new StartInterview(ACME, at(ACME, BOB)),
                        new StartNextInterview(ACME),
                        new CompleteInterview(ACME, at(ACME, CLEO)),
                        new CancelInterview(ACME, at(ACME, CLEO)),
                        new JoinQueue(ACME, at(ACME, ADA)),
                        new LeaveQueue(student(ADA), at(GLOBEX, ADA)),
                        new CreateProfile(student(NEWCOMER), "New", "Comer"),
                        new ChangeProfile(student(ADA), Change.to("Augusta"), Change.keep()),
                        new BecomeAvailable(student(ADA)),
                        new TakePause(student(ADA)))
                .forEach(command -> commands.put(command.getClass().getSimpleName(), command));
        return commands;
    }

    private static Stream<Arguments> table() {
        var lines = TABLE.lines().map(line -> List.of(line.split(" +"))).toList();
        var actors = lines.getFirst();
        return lines.stream()
                .skip(1)
                .flatMap(line -> Stream.iterate(1, column -> column + 1)
                        .limit(actors.size() - 1L)
                        .map(column -> Arguments.of(line.getFirst(), actors.get(column), line.get(column))));
    }
}
