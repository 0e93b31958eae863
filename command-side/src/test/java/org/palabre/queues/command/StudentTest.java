package org.palabre.queues.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.palabre.queues.QueueRefusal.IN_INTERVIEW;
import static org.palabre.queues.QueueRefusal.STUDENT_EXISTS;
import static org.palabre.queues.command.FairMessages.at;
import static org.palabre.queues.command.FairMessages.profile;
import static org.palabre.queues.command.People.ACME;
import static org.palabre.queues.command.People.ADA;
import static org.palabre.queues.command.People.BOB;
import static org.palabre.queues.command.People.student;
import static org.palabre.shared.Refused.Common.NOT_FOUND;
import static org.palabre.shared.Refused.Common.VERSION_CONFLICT;

import java.util.Map;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.palabre.queues.QueueQuery.CompanyName;
import org.palabre.queues.QueueQuery.StudentView;
import org.palabre.queues.StudentCommand.BecomeAvailable;
import org.palabre.queues.StudentCommand.ChangeProfile;
import org.palabre.queues.StudentCommand.CreateProfile;
import org.palabre.queues.StudentCommand.TakePause;
import org.palabre.queues.StudentEvent.InterviewEntered;
import org.palabre.queues.StudentEvent.InterviewLeft;
import org.palabre.queues.StudentEvent.ProfileChanged;
import org.palabre.queues.StudentEvent.StudentBecameAvailable;
import org.palabre.queues.StudentEvent.StudentPaused;
import org.palabre.queues.StudentStatus;
import org.palabre.shared.Actor;
import org.palabre.shared.Change;
import org.palabre.shared.Personal;
import org.palabre.shared.Refused;
import org.palabre.shared.Refused.Refusal;
import org.palabre.web.MessageKeys;

class StudentTest {

    private final FixtureConfiguration<Student> fixture =
            new AggregateTestFixture<>(Student.class).registerParameterResolverFactory(new Fair.WhoAsks());

    @BeforeEach
    void students_are_served() {
        fixture.registerAnnotatedCommandHandler(new StudentCommands(fixture.getRepository(), fixture.getEventStore()));
    }

    @Test
    void a_student_makes_a_profile_and_is_available() {
        var outcome = new Fair()
                .when(new CreateProfile(student(ADA), "Ada", "Lovelace"))
                .as(ADA)
                .then(profile(ADA));

        assertThat(outcome.answer(StudentView.class)).isEqualTo(view(StudentStatus.AVAILABLE, null, 0));
    }

    @Test
    void an_account_has_one_profile() {
        fixture.given(profile(ADA))
                .when(new CreateProfile(student(ADA), "Augusta", "King"), by(ADA))
                .expectNoEvents()
                .expectExceptionDetails(refusal(STUDENT_EXISTS));
    }

    @Test
    void nobody_makes_a_profile_for_another() {
        fixture.givenNoPriorActivity()
                .when(new CreateProfile(student(ADA), "Ada", "Lovelace"), by(BOB))
                .expectNoEvents()
                .expectExceptionDetails(refusal(NOT_FOUND));
    }

    @Test
    void a_student_without_profile_is_not_found() {
        fixture.givenNoPriorActivity()
                .when(new TakePause(student(ADA)), by(ADA))
                .expectException(AggregateNotFoundException.class);
    }

    @Test
    void one_name_changes_and_the_other_stays() {
        fixture.given(profile(ADA))
                .when(new ChangeProfile(student(ADA), Change.keep(), Change.to("King")), by(ADA))
                .expectEvents(
                        new ProfileChanged(student(ADA), Personal.of(ADA.id(), "Ada"), Personal.of(ADA.id(), "King")));
    }

    @Test
    void the_same_names_change_nothing() {
        fixture.given(profile(ADA))
                .when(new ChangeProfile(student(ADA), Change.to("Ada"), Change.keep()), by(ADA))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_student_pauses_and_comes_back() {
        fixture.given(profile(ADA))
                .when(new TakePause(student(ADA)), by(ADA))
                .expectEvents(new StudentPaused(student(ADA)))
                .expectResultMessagePayload(view(StudentStatus.PAUSED, null, 1));
    }

    @Test
    void a_student_who_pauses_becomes_available() {
        fixture.given(profile(ADA), new StudentPaused(student(ADA)))
                .when(new BecomeAvailable(student(ADA)), by(ADA))
                .expectEvents(new StudentBecameAvailable(student(ADA)))
                .expectResultMessagePayload(view(StudentStatus.AVAILABLE, null, 2));
    }

    @Test
    void a_student_is_as_available_as_before() {
        fixture.given(profile(ADA))
                .when(new BecomeAvailable(student(ADA)), by(ADA))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_student_pauses_once() {
        fixture.given(profile(ADA), new StudentPaused(student(ADA)))
                .when(new TakePause(student(ADA)), by(ADA))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void nobody_pauses_in_the_middle_of_an_interview() {
        fixture.given(profile(ADA), entered())
                .when(new TakePause(student(ADA)), by(ADA))
                .expectNoEvents()
                .expectExceptionDetails(refusal(IN_INTERVIEW));
    }

    @Test
    void nobody_becomes_available_in_the_middle_of_an_interview() {
        fixture.given(profile(ADA), entered())
                .when(new BecomeAvailable(student(ADA)), by(ADA))
                .expectNoEvents()
                .expectExceptionDetails(refusal(IN_INTERVIEW));
    }

    @Test
    void an_interview_does_not_keep_one_from_changing_one_s_name_and_shows_where_one_sits() {
        fixture.given(profile(ADA), entered())
                .when(new ChangeProfile(student(ADA), Change.to("Ada"), Change.keep()), by(ADA))
                .expectResultMessagePayload(view(StudentStatus.IN_INTERVIEW, new CompanyName(ACME, "Acme"), 1));
    }

    @Test
    void a_student_rests_after_an_interview_until_they_say_so() {
        fixture.given(
                        profile(ADA),
                        entered(),
                        new InterviewLeft(student(ADA), ACME, at(ACME, ADA), StudentStatus.PAUSED))
                .when(new BecomeAvailable(student(ADA)), by(ADA))
                .expectEvents(new StudentBecameAvailable(student(ADA)))
                .expectResultMessagePayload(view(StudentStatus.AVAILABLE, null, 3));
    }

    @Test
    void a_change_from_another_version_is_refused_before_any_rule() {
        fixture.given(profile(ADA), entered())
                .when(new TakePause(student(ADA)), Map.of(Fair.WHO, ADA, MessageKeys.EXPECTED_VERSION, "0"))
                .expectNoEvents()
                .expectExceptionDetails(refusal(VERSION_CONFLICT));
    }

    private static InterviewEntered entered() {
        return new InterviewEntered(student(ADA), ACME, "Acme", at(ACME, ADA));
    }

    private static StudentView view(StudentStatus status, CompanyName company, long version) {
        return new StudentView(student(ADA), "Ada", "Lovelace", status, company, version);
    }

    private static Map<String, Actor> by(Actor actor) {
        return Map.of(Fair.WHO, actor);
    }

    private static Refusal refusal(Refused.Reason reason) {
        return new Refusal(reason.code(), reason.kind(), null);
    }
}
