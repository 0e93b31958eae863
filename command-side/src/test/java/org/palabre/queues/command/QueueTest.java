package org.palabre.queues.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.palabre.queues.QueueRefusal.ALREADY_QUEUED;
import static org.palabre.queues.QueueRefusal.COMPANY_PAUSED;
import static org.palabre.queues.QueueRefusal.NOT_WAITING;
import static org.palabre.queues.QueueRefusal.NO_STUDENT_PROFILE;
import static org.palabre.queues.QueueRefusal.QUEUE_FULL;
import static org.palabre.queues.command.FairMessages.COMPANY_NAME;
import static org.palabre.queues.command.FairMessages.at;
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
import static org.palabre.queues.command.People.student;
import static org.palabre.shared.Refused.Common.NOT_FOUND;

import org.junit.jupiter.api.Test;
import org.palabre.queues.CompanyCommand.JoinQueue;
import org.palabre.queues.CompanyEvent.QueueLimitChanged;
import org.palabre.queues.CompanyEvent.RecruitingPaused;
import org.palabre.queues.CompanyId;
import org.palabre.queues.InscriptionStatus;
import org.palabre.queues.QueueQuery.CompanyName;
import org.palabre.queues.QueueQuery.InscriptionView;
import org.palabre.queues.StudentCommand.LeaveQueue;
import org.palabre.queues.StudentEvent.StudentPaused;
import org.palabre.shared.Actor.Account;

class QueueTest {

    private final Fair fair = new Fair();

    @Test
    void students_get_positions_in_the_order_of_joining() {
        fair.given(opened(ACME, 1)).given(profile(ADA), profile(BOB));

        fair.when(join(ACME, BOB)).as(BOB).then(joined(ACME, BOB, 1));
        fair.when(join(ACME, ADA)).as(ADA).then(joined(ACME, ADA, 2));
    }

    @Test
    void whoever_joins_is_shown_their_place() {
        fair.given(opened(ACME, 1))
                .given(profile(ADA), profile(BOB), profile(CLEO))
                .given(joined(ACME, BOB, 1))
                .given(joined(ACME, CLEO, 2))
                .given(started(ACME, BOB));

        var inscription = fair.when(join(ACME, ADA)).as(ADA).answer(InscriptionView.class);

        assertThat(inscription.company()).isEqualTo(new CompanyName(ACME, COMPANY_NAME));
        assertThat(inscription.position()).isEqualTo(3);
        assertThat(inscription.place()).isEqualTo(2);
        assertThat(inscription.status()).isEqualTo(InscriptionStatus.WAITING);
        assertThat(inscription.version()).isEqualTo(4);
    }

    @Test
    void joining_needs_a_profile() {
        fair.given(opened(ACME, 1)).when(join(ACME, ADA)).as(ADA).refused(NO_STUDENT_PROFILE);
    }

    @Test
    void an_unknown_company_has_no_queue() {
        fair.given(profile(ADA));

        assertThat(fair.when(join(ACME, ADA)).as(ADA).refusal()).isEqualTo("AggregateNotFoundException");
    }

    @Test
    void a_paused_company_takes_nobody() {
        fair.given(opened(ACME, 1), new RecruitingPaused(ACME), profile(ADA))
                .when(join(ACME, ADA))
                .as(ADA)
                .refused(COMPANY_PAUSED);
    }

    @Test
    void a_student_who_pauses_may_join() {
        fair.given(opened(ACME, 1), profile(ADA), new StudentPaused(student(ADA)))
                .when(join(ACME, ADA))
                .as(ADA)
                .then(joined(ACME, ADA, 1));
    }

    @Test
    void a_student_in_an_interview_may_join_another_queue() {
        fair.given(opened(ACME, 1), opened(GLOBEX, 1), profile(ADA))
                .given(joined(ACME, ADA, 1))
                .given(started(ACME, ADA))
                .when(join(GLOBEX, ADA))
                .as(ADA)
                .then(joined(GLOBEX, ADA, 1));
    }

    @Test
    void nobody_queues_twice() {
        fair.given(opened(ACME, 1), profile(ADA)).given(joined(ACME, ADA, 1));

        fair.when(joinAgain(ACME, ADA)).as(ADA).refused(ALREADY_QUEUED);
    }

    @Test
    void nobody_queues_twice_while_in_the_interview_or_after_it() {
        fair.given(opened(ACME, 1), profile(ADA)).given(joined(ACME, ADA, 1)).given(started(ACME, ADA));
        fair.when(joinAgain(ACME, ADA)).as(ADA).refused(ALREADY_QUEUED);

        fair.given(completed(ACME, ADA));
        fair.when(joinAgain(ACME, ADA)).as(ADA).refused(ALREADY_QUEUED);
    }

    @Test
    void a_full_queue_refuses() {
        fair.given(opened(ACME, 1, 1), profile(ADA), profile(BOB))
                .given(joined(ACME, ADA, 1))
                .when(join(ACME, BOB))
                .as(BOB)
                .refused(QUEUE_FULL);
    }

    @Test
    void only_those_who_wait_count_towards_the_limit() {
        fair.given(opened(ACME, 1, 1), profile(ADA), profile(BOB))
                .given(joined(ACME, ADA, 1))
                .given(started(ACME, ADA))
                .when(join(ACME, BOB))
                .as(BOB)
                .then(joined(ACME, BOB, 2));
    }

    @Test
    void a_lower_limit_sends_nobody_away() {
        fair.given(opened(ACME, 1), profile(ADA), profile(BOB), profile(CLEO))
                .given(joined(ACME, ADA, 1))
                .given(joined(ACME, BOB, 2))
                .given(new QueueLimitChanged(ACME, 1));

        fair.when(join(ACME, CLEO)).as(CLEO).refused(QUEUE_FULL);
        fair.when(leave(ACME, BOB)).as(BOB).then(left(ACME, BOB));
        fair.when(join(ACME, CLEO)).as(CLEO).refused(QUEUE_FULL);
    }

    @Test
    void a_student_leaves_while_waiting() {
        fair.given(opened(ACME, 1), profile(ADA))
                .given(joined(ACME, ADA, 1))
                .when(leave(ACME, ADA))
                .as(ADA)
                .then(left(ACME, ADA));
    }

    @Test
    void whoever_leaves_and_joins_again_is_last_and_no_position_comes_twice() {
        fair.given(opened(ACME, 1), profile(ADA), profile(BOB))
                .given(joined(ACME, BOB, 1))
                .given(joined(ACME, ADA, 2))
                .given(left(ACME, ADA));

        fair.when(joinAgain(ACME, ADA)).as(ADA).then(joined(ACME, ADA, at(ACME, ADA, 2), 3));
    }

    @Test
    void nobody_leaves_an_interview_or_one_that_is_over() {
        fair.given(opened(ACME, 1), profile(ADA)).given(joined(ACME, ADA, 1)).given(started(ACME, ADA));
        fair.when(leave(ACME, ADA)).as(ADA).refused(NOT_WAITING);

        fair.given(completed(ACME, ADA));
        fair.when(leave(ACME, ADA)).as(ADA).refused(NOT_WAITING);
    }

    @Test
    void one_leaves_once() {
        fair.given(opened(ACME, 1), profile(ADA)).given(joined(ACME, ADA, 1)).given(left(ACME, ADA));

        fair.when(leave(ACME, ADA)).as(ADA).refused(NOT_FOUND);
    }

    @Test
    void nobody_leaves_for_another() {
        fair.given(opened(ACME, 1), profile(ADA), profile(BOB)).given(joined(ACME, ADA, 1));

        fair.when(new LeaveQueue(student(BOB), at(ACME, ADA))).as(BOB).refused(NOT_FOUND);
        fair.when(new LeaveQueue(student(ADA), at(ACME, ADA))).as(BOB).refused(NOT_FOUND);
    }

    private static JoinQueue join(CompanyId company, Account student) {
        return new JoinQueue(company, at(company, student));
    }

    private static JoinQueue joinAgain(CompanyId company, Account student) {
        return new JoinQueue(company, at(company, student, 2));
    }

    private static LeaveQueue leave(CompanyId company, Account student) {
        return new LeaveQueue(student(student), at(company, student));
    }
}
