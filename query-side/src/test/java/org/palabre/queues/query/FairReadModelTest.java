package org.palabre.queues.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.palabre.queues.query.FairOnPostgres.NINE;
import static org.palabre.queues.query.FairOnPostgres.cancelled;
import static org.palabre.queues.query.FairOnPostgres.completed;
import static org.palabre.queues.query.FairOnPostgres.joined;
import static org.palabre.queues.query.FairOnPostgres.left;
import static org.palabre.queues.query.FairOnPostgres.opened;
import static org.palabre.queues.query.FairOnPostgres.profile;
import static org.palabre.queues.query.FairOnPostgres.started;
import static org.palabre.queues.query.FairOnPostgres.student;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.palabre.queues.AccessToken;
import org.palabre.queues.CompanyEvent.AccessTokenRegenerated;
import org.palabre.queues.CompanyEvent.CompanyRemoved;
import org.palabre.queues.CompanyEvent.CompanyRenamed;
import org.palabre.queues.CompanyEvent.QueueLimitChanged;
import org.palabre.queues.CompanyEvent.RecruitingPaused;
import org.palabre.queues.CompanyEvent.RecruitingResumed;
import org.palabre.queues.CompanyEvent.SlotsChanged;
import org.palabre.queues.CompanyId;
import org.palabre.queues.CompanyStatus;
import org.palabre.queues.InscriptionId;
import org.palabre.queues.InscriptionStatus;
import org.palabre.queues.QueueQuery.BoardView;
import org.palabre.queues.QueueQuery.BoardView.Interview;
import org.palabre.queues.QueueQuery.BoardView.Slots;
import org.palabre.queues.QueueQuery.BoardView.Waiting;
import org.palabre.queues.QueueQuery.CompanyName;
import org.palabre.queues.QueueQuery.CompanyView;
import org.palabre.queues.QueueQuery.FairStats;
import org.palabre.queues.QueueQuery.FindBoard;
import org.palabre.queues.QueueQuery.FindCompany;
import org.palabre.queues.QueueQuery.FindCompanyByToken;
import org.palabre.queues.QueueQuery.FindFairStats;
import org.palabre.queues.QueueQuery.FindInscriptions;
import org.palabre.queues.QueueQuery.FindStudent;
import org.palabre.queues.QueueQuery.FindStudentQueues;
import org.palabre.queues.QueueQuery.InscriptionView;
import org.palabre.queues.QueueQuery.StudentName;
import org.palabre.queues.QueueQuery.StudentView;
import org.palabre.queues.StudentEvent.ProfileChanged;
import org.palabre.queues.StudentEvent.StudentBecameAvailable;
import org.palabre.queues.StudentEvent.StudentPaused;
import org.palabre.queues.StudentId;
import org.palabre.queues.StudentStatus;
import org.palabre.shared.Page;
import org.palabre.shared.Personal;

/** Acme has two slots and Globex one; Ada, Bob and Cleo queue at Acme, in this order. */
class FairReadModelTest {

    private static final CompanyId ACME = CompanyId.next();
    private static final CompanyId GLOBEX = CompanyId.next();
    private static final StudentId ADA = student();
    private static final StudentId BOB = student();
    private static final StudentId CLEO = student();
    private static final InscriptionId ADA_AT_ACME = InscriptionId.next();
    private static final InscriptionId BOB_AT_ACME = InscriptionId.next();
    private static final InscriptionId CLEO_AT_ACME = InscriptionId.next();
    private static final Page.Request FIRST_PAGE = new Page.Request(1, 20);

    @AutoClose
    private final FairOnPostgres fair = new FairOnPostgres();

    @BeforeEach
    void they_queue() {
        fair.happens(opened(ACME, "Acme", 2), opened(GLOBEX, "Globex", 1))
                .happens(profile(ADA, "Ada", "Lovelace"), profile(BOB, "Bob", "Kahn"), profile(CLEO, "Cléo", "Ève"))
                .happens(joined(ACME, ADA_AT_ACME, ADA, 1))
                .happens(joined(ACME, BOB_AT_ACME, BOB, 2))
                .happens(joined(ACME, CLEO_AT_ACME, CLEO, 3));
    }

    @Test
    void a_company_is_what_its_events_made_of_it() throws Exception {
        fair.happens(new CompanyRenamed(ACME, "Apex"), new RecruitingPaused(ACME), new SlotsChanged(ACME, 5))
                .happens(new QueueLimitChanged(ACME, 7))
                .shown();
        assertThat(company(ACME)).contains(new CompanyView(ACME, "Apex", CompanyStatus.PAUSED, 5, 7, 3, 0, 7));

        fair.happens(new RecruitingResumed(ACME), new QueueLimitChanged(ACME, null))
                .shown();
        assertThat(company(ACME)).contains(new CompanyView(ACME, "Apex", CompanyStatus.RECRUITING, 5, null, 3, 0, 9));
    }

    @Test
    void only_the_newest_token_opens_a_company() throws Exception {
        fair.shown();
        assertThat(byToken("Acme")).contains(ACME);

        fair.happens(new AccessTokenRegenerated(ACME, AccessToken.hash("second")))
                .shown();
        assertThat(byToken("Acme")).isEmpty();
        assertThat(byToken("second")).contains(ACME);
    }

    @Test
    void a_student_is_what_their_events_made_of_them() throws Exception {
        fair.happens(new ProfileChanged(ADA, Personal.of(ADA.value(), "Augusta"), Personal.of(ADA.value(), "King")))
                .happens(started(ACME, ADA_AT_ACME, ADA))
                .shown();
        assertThat(ada())
                .isEqualTo(new StudentView(
                        ADA, "Augusta", "King", StudentStatus.IN_INTERVIEW, new CompanyName(ACME, "Acme"), 3));

        fair.happens(completed(ACME, ADA_AT_ACME, ADA)).shown();
        assertThat(ada()).isEqualTo(new StudentView(ADA, "Augusta", "King", StudentStatus.PAUSED, null, 4));

        fair.happens(new StudentBecameAvailable(ADA), new StudentPaused(ADA)).shown();
        assertThat(ada().status()).isEqualTo(StudentStatus.PAUSED);
    }

    @Test
    void places_close_up_and_positions_stay() throws Exception {
        fair.happens(started(ACME, ADA_AT_ACME, ADA)).shown();
        assertThat(inscription(ADA)).extracting(InscriptionView::place).isNull();
        assertThat(inscription(ADA).status()).isEqualTo(InscriptionStatus.IN_INTERVIEW);
        assertThat(inscription(CLEO).place()).isEqualTo(2);

        fair.happens(left(ACME, BOB_AT_ACME, BOB)).shown();
        assertThat(inscription(CLEO).place()).isEqualTo(1);
        assertThat(inscription(CLEO).position()).isEqualTo(3);

        fair.happens(cancelled(ACME, ADA_AT_ACME, ADA)).shown();
        assertThat(inscription(ADA).place()).isEqualTo(1);
        assertThat(inscription(CLEO).place()).isEqualTo(2);
        assertThat(inscription(CLEO).joinedAt()).isEqualTo(NINE);
        assertThat(inscription(CLEO).company()).isEqualTo(new CompanyName(ACME, "Acme"));
    }

    @Test
    void whoever_left_is_in_no_list() throws Exception {
        fair.happens(left(ACME, BOB_AT_ACME, BOB)).shown();

        assertThat(fair.students.handle(new FindInscriptions(BOB, FIRST_PAGE)).count())
                .isZero();
        assertThat(company(ACME).orElseThrow().waitingCount()).isEqualTo(2);
    }

    @Test
    void a_board_shows_who_sits_who_waits_and_who_can_be_called() throws Exception {
        fair.at(10)
                .happens(started(ACME, BOB_AT_ACME, BOB))
                .happens(new StudentPaused(CLEO))
                .shown();

        assertThat(board())
                .isEqualTo(new BoardView(
                        new CompanyView(ACME, "Acme", CompanyStatus.RECRUITING, 2, null, 2, 1, 4),
                        new Slots(1, 2),
                        List.of(new Interview(
                                BOB_AT_ACME, 2, new StudentName(BOB, "Bob", "Kahn"), NINE.plusSeconds(600))),
                        List.of(
                                new Waiting(
                                        ADA_AT_ACME,
                                        1,
                                        new StudentName(ADA, "Ada", "Lovelace"),
                                        StudentStatus.AVAILABLE,
                                        true,
                                        NINE),
                                new Waiting(
                                        CLEO_AT_ACME,
                                        3,
                                        new StudentName(CLEO, "Cléo", "Ève"),
                                        StudentStatus.PAUSED,
                                        false,
                                        NINE)),
                        0,
                        null));
    }

    @Test
    void nobody_can_be_called_by_a_full_or_paused_company() throws Exception {
        fair.happens(new SlotsChanged(ACME, 1))
                .happens(started(ACME, BOB_AT_ACME, BOB))
                .shown();
        assertThat(board().queue()).noneMatch(Waiting::canStart);

        fair.happens(new SlotsChanged(ACME, 2), new RecruitingPaused(ACME)).shown();
        assertThat(board().queue()).noneMatch(Waiting::canStart);

        fair.happens(new RecruitingResumed(ACME)).shown();
        assertThat(board().queue()).allMatch(Waiting::canStart);
    }

    @Test
    void a_removed_company_takes_its_queue_along() throws Exception {
        fair.happens(started(ACME, ADA_AT_ACME, ADA))
                .happens(cancelled(ACME, ADA_AT_ACME, ADA))
                .happens(new CompanyRemoved(ACME))
                .shown();

        assertThat(company(ACME)).isEmpty();
        assertThat(fair.boards.handle(new FindBoard(ACME))).isEmpty();
        assertThat(byToken("Acme")).isEmpty();
        assertThat(fair.students.handle(new FindInscriptions(ADA, FIRST_PAGE)).count())
                .isZero();
        assertThat(fair.boards.handle(new FindFairStats()).inscriptions())
                .isEqualTo(new FairStats.Inscriptions(0, 0, 0));
    }

    private Optional<CompanyView> company(CompanyId id) {
        return fair.companies.handle(new FindCompany(id));
    }

    private Optional<CompanyId> byToken(String token) {
        return fair.companies.handle(new FindCompanyByToken(AccessToken.hash(token)));
    }

    private StudentView ada() {
        return fair.students.handle(new FindStudent(ADA)).orElseThrow();
    }

    private InscriptionView inscription(StudentId student) {
        return fair.students
                .handle(new FindStudentQueues(student))
                .orElseThrow()
                .inscriptions()
                .getFirst();
    }

    private BoardView board() {
        return fair.boards.handle(new FindBoard(ACME)).orElseThrow();
    }
}
