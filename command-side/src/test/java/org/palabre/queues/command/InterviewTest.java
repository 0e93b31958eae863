package org.palabre.queues.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.palabre.queues.QueueRefusal.COMPANY_PAUSED;
import static org.palabre.queues.QueueRefusal.NOBODY_AVAILABLE;
import static org.palabre.queues.QueueRefusal.NOT_IN_INTERVIEW;
import static org.palabre.queues.QueueRefusal.NOT_WAITING;
import static org.palabre.queues.QueueRefusal.NO_FREE_SLOT;
import static org.palabre.queues.QueueRefusal.STUDENT_BUSY;
import static org.palabre.queues.command.FairMessages.at;
import static org.palabre.queues.command.FairMessages.cancelled;
import static org.palabre.queues.command.FairMessages.completed;
import static org.palabre.queues.command.FairMessages.joined;
import static org.palabre.queues.command.FairMessages.left;
import static org.palabre.queues.command.FairMessages.opened;
import static org.palabre.queues.command.FairMessages.profile;
import static org.palabre.queues.command.FairMessages.started;
import static org.palabre.queues.command.People.ACME;
import static org.palabre.queues.command.People.ADA;
import static org.palabre.queues.command.People.BOB;
import static org.palabre.queues.command.People.CLEO;
import static org.palabre.queues.command.People.GLOBEX;
import static org.palabre.queues.command.People.stand;
import static org.palabre.queues.command.People.student;
import static org.palabre.shared.Refused.Common.NOT_FOUND;
import static org.palabre.shared.Refused.Common.VERSION_CONFLICT;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.palabre.queues.CompanyCommand.CancelInterview;
import org.palabre.queues.CompanyCommand.CompleteInterview;
import org.palabre.queues.CompanyCommand.StartInterview;
import org.palabre.queues.CompanyCommand.StartNextInterview;
import org.palabre.queues.CompanyEvent.QueueLimitChanged;
import org.palabre.queues.CompanyEvent.RecruitingPaused;
import org.palabre.queues.CompanyEvent.RecruitingResumed;
import org.palabre.queues.CompanyEvent.SlotsChanged;
import org.palabre.queues.InscriptionStatus;
import org.palabre.queues.QueueQuery.InscriptionView;
import org.palabre.queues.StudentEvent.StudentBecameAvailable;
import org.palabre.queues.StudentEvent.StudentPaused;

/** Ada, Bob and Cleo wait at Acme, Ada also at Globex. */
class InterviewTest {

    private final Fair fair = new Fair();

    @BeforeEach
    void they_wait() {
        fair.given(opened(ACME, 1), opened(GLOBEX, 1), profile(ADA), profile(BOB), profile(CLEO))
                .given(joined(ACME, ADA, 1))
                .given(joined(ACME, BOB, 2))
                .given(joined(ACME, CLEO, 3))
                .given(joined(GLOBEX, ADA, 1));
    }

    @Test
    void a_company_starts_with_whom_it_wants() {
        var outcome = fair.when(new StartInterview(ACME, at(ACME, BOB)))
                .as(stand(ACME))
                .then(started(ACME, BOB));

        var inscription = outcome.answer(InscriptionView.class);
        assertThat(inscription.status()).isEqualTo(InscriptionStatus.IN_INTERVIEW);
        assertThat(inscription.position()).isEqualTo(2);
        assertThat(inscription.place()).isNull();
    }

    @Test
    void a_company_has_no_more_interviews_than_slots() {
        fair.given(started(ACME, ADA));

        fair.when(new StartInterview(ACME, at(ACME, BOB))).as(stand(ACME)).refused(NO_FREE_SLOT);
        fair.given(new SlotsChanged(ACME, 2));
        fair.when(new StartInterview(ACME, at(ACME, BOB))).as(stand(ACME)).then(started(ACME, BOB));
    }

    @Test
    void a_student_sits_in_one_interview() {
        fair.given(started(GLOBEX, ADA));

        fair.when(new StartInterview(ACME, at(ACME, ADA))).as(stand(ACME)).refused(STUDENT_BUSY);
    }

    @Test
    void a_student_who_pauses_is_not_called() {
        fair.given(new StudentPaused(student(ADA)));

        fair.when(new StartInterview(ACME, at(ACME, ADA))).as(stand(ACME)).refused(STUDENT_BUSY);
    }

    @Test
    void a_paused_company_starts_nothing() {
        fair.given(new RecruitingPaused(ACME));

        fair.when(new StartInterview(ACME, at(ACME, ADA))).as(stand(ACME)).refused(COMPANY_PAUSED);
        fair.when(new StartNextInterview(ACME)).as(stand(ACME)).refused(COMPANY_PAUSED);
    }

    @Test
    void a_start_is_refused_for_the_first_reason_that_applies() {
        fair.given(started(ACME, BOB)).given(started(GLOBEX, ADA)).given(new RecruitingPaused(ACME));

        fair.when(new StartInterview(ACME, at(ACME, CLEO)))
                .ifVersion(1)
                .as(stand(ACME))
                .refused(VERSION_CONFLICT);
        fair.when(new StartInterview(ACME, at(ACME, BOB))).as(stand(ACME)).refused(NOT_WAITING);
        fair.when(new StartInterview(ACME, at(ACME, ADA))).as(stand(ACME)).refused(COMPANY_PAUSED);
        fair.given(new RecruitingResumed(ACME));
        fair.when(new StartInterview(ACME, at(ACME, ADA))).as(stand(ACME)).refused(NO_FREE_SLOT);
        fair.given(completed(ACME, BOB));
        fair.when(new StartInterview(ACME, at(ACME, ADA))).as(stand(ACME)).refused(STUDENT_BUSY);
    }

    @Test
    void nobody_is_called_after_the_interview_or_after_leaving() {
        fair.given(started(ACME, ADA)).given(completed(ACME, ADA)).given(left(ACME, BOB));

        fair.when(new StartInterview(ACME, at(ACME, ADA))).as(stand(ACME)).refused(NOT_WAITING);
        fair.when(new StartInterview(ACME, at(ACME, BOB))).as(stand(ACME)).refused(NOT_FOUND);
    }

    @Test
    void a_complete_interview_frees_the_slot_and_pauses_the_student() {
        fair.given(started(ACME, ADA));

        var outcome = fair.when(new CompleteInterview(ACME, at(ACME, ADA)))
                .as(stand(ACME))
                .then(completed(ACME, ADA));

        assertThat(outcome.answer(InscriptionView.class).completed()).isTrue();
        fair.when(new StartInterview(GLOBEX, at(GLOBEX, ADA))).as(stand(GLOBEX)).refused(STUDENT_BUSY);
        fair.when(new StartInterview(ACME, at(ACME, BOB))).as(stand(ACME)).then(started(ACME, BOB));
    }

    @Test
    void a_student_says_when_they_are_available_again() {
        fair.given(started(ACME, ADA)).given(completed(ACME, ADA)).given(new StudentBecameAvailable(student(ADA)));

        fair.when(new StartInterview(GLOBEX, at(GLOBEX, ADA))).as(stand(GLOBEX)).then(started(GLOBEX, ADA));
    }

    @Test
    void a_cancelled_interview_gives_the_old_position_back() {
        fair.given(started(ACME, ADA));

        var outcome = fair.when(new CancelInterview(ACME, at(ACME, ADA)))
                .as(stand(ACME))
                .then(cancelled(ACME, ADA));

        var inscription = outcome.answer(InscriptionView.class);
        assertThat(inscription.position()).isEqualTo(1);
        assertThat(inscription.place()).isEqualTo(1);
        fair.when(new StartInterview(GLOBEX, at(GLOBEX, ADA))).as(stand(GLOBEX)).then(started(GLOBEX, ADA));
    }

    @Test
    void a_cancelled_interview_goes_back_into_a_full_queue() {
        fair.given(started(ACME, ADA)).given(new QueueLimitChanged(ACME, 2));

        fair.when(new CancelInterview(ACME, at(ACME, ADA))).as(stand(ACME)).then(cancelled(ACME, ADA));
    }

    @Test
    void only_a_running_interview_ends() {
        fair.when(new CompleteInterview(ACME, at(ACME, ADA))).as(stand(ACME)).refused(NOT_IN_INTERVIEW);
        fair.when(new CancelInterview(ACME, at(ACME, ADA))).as(stand(ACME)).refused(NOT_IN_INTERVIEW);

        fair.given(started(ACME, ADA)).given(completed(ACME, ADA));
        fair.when(new CompleteInterview(ACME, at(ACME, ADA))).as(stand(ACME)).refused(NOT_IN_INTERVIEW);
        fair.when(new CancelInterview(ACME, at(ACME, ADA))).as(stand(ACME)).refused(NOT_IN_INTERVIEW);
    }

    @Test
    void a_paused_company_may_end_what_runs() {
        fair.given(started(ACME, ADA)).given(new RecruitingPaused(ACME));

        fair.when(new CompleteInterview(ACME, at(ACME, ADA))).as(stand(ACME)).then(completed(ACME, ADA));
    }

    @Test
    void next_is_the_first_who_is_available() {
        fair.given(started(GLOBEX, ADA)).given(new StudentPaused(student(BOB)));

        fair.when(new StartNextInterview(ACME)).as(stand(ACME)).then(started(ACME, CLEO));
    }

    @Test
    void next_goes_by_position_after_a_cancelled_interview_too() {
        fair.given(started(ACME, ADA)).given(cancelled(ACME, ADA));

        fair.when(new StartNextInterview(ACME)).as(stand(ACME)).then(started(ACME, ADA));
    }

    @Test
    void next_finds_nobody_in_an_empty_queue_or_where_all_are_busy() {
        fair.given(left(ACME, ADA)).given(left(ACME, BOB)).given(new StudentPaused(student(CLEO)));
        fair.when(new StartNextInterview(ACME)).as(stand(ACME)).refused(NOBODY_AVAILABLE);

        fair.given(left(ACME, CLEO));
        fair.when(new StartNextInterview(ACME)).as(stand(ACME)).refused(NOBODY_AVAILABLE);
    }

    @Test
    void next_needs_a_slot_before_somebody_available() {
        fair.given(started(ACME, ADA)).given(new StudentPaused(student(BOB)), new StudentPaused(student(CLEO)));

        fair.when(new StartNextInterview(ACME)).as(stand(ACME)).refused(NO_FREE_SLOT);
    }

    @Test
    void another_company_s_inscription_is_not_found() {
        fair.given(started(ACME, ADA));

        fair.when(new StartInterview(GLOBEX, at(ACME, BOB))).as(stand(GLOBEX)).refused(NOT_FOUND);
        fair.when(new CompleteInterview(GLOBEX, at(ACME, ADA)))
                .as(stand(GLOBEX))
                .refused(NOT_FOUND);
        fair.when(new CancelInterview(GLOBEX, at(ACME, ADA))).as(stand(GLOBEX)).refused(NOT_FOUND);
    }
}
