package org.palabre.queues.query;

import static org.assertj.core.api.Assertions.assertThat;
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
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.palabre.queues.CompanyEvent.CompanyRenamed;
import org.palabre.queues.CompanyEvent.InterviewStarted;
import org.palabre.queues.CompanyEvent.RecruitingPaused;
import org.palabre.queues.CompanyEvent.RecruitingResumed;
import org.palabre.queues.CompanyEvent.SlotsChanged;
import org.palabre.queues.CompanyId;
import org.palabre.queues.InscriptionId;
import org.palabre.queues.QueueQuery.BoardView;
import org.palabre.queues.QueueQuery.CompanyView;
import org.palabre.queues.QueueQuery.FairStats;
import org.palabre.queues.QueueQuery.FindBoard;
import org.palabre.queues.QueueQuery.FindCompany;
import org.palabre.queues.QueueQuery.FindFairOverview;
import org.palabre.queues.QueueQuery.FindFairStats;
import org.palabre.queues.QueueQuery.FindOpportunities;
import org.palabre.queues.QueueQuery.FindStudentQueues;
import org.palabre.queues.QueueQuery.OpportunityView;
import org.palabre.queues.StudentId;
import org.palabre.shared.Page;
import org.springframework.transaction.support.TransactionTemplate;

/** Acme has two slots and Globex one; Ada, Bob and Cleo queue at Acme, in this order. */
class FairAsAWholeTest {

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
    void an_average_counts_what_was_completed_and_from_its_last_start() throws Exception {
        fair.at(0).happens(started(ACME, ADA_AT_ACME, ADA));
        fair.at(50).happens(cancelled(ACME, ADA_AT_ACME, ADA));
        fair.at(60).happens(started(ACME, ADA_AT_ACME, ADA)).happens(started(ACME, BOB_AT_ACME, BOB));
        fair.at(70).happens(completed(ACME, ADA_AT_ACME, ADA));
        fair.at(75).happens(completed(ACME, BOB_AT_ACME, BOB)).shown();

        assertThat(board().completedCount()).isEqualTo(2);
        assertThat(board().averageMinutes()).isEqualTo(12.5);
    }

    @Test
    void an_opportunity_is_a_free_slot_where_one_waits_and_says_how_long() throws Exception {
        fair.at(0).happens(started(ACME, ADA_AT_ACME, ADA));
        assertThat(opportunities(CLEO))
                .extracting(OpportunityView::expectedWaitMinutes)
                .containsExactly((Double) null);

        fair.at(10).happens(completed(ACME, ADA_AT_ACME, ADA));
        var opportunity = opportunities(CLEO).getFirst();
        assertThat(opportunity.place()).isEqualTo(2);
        assertThat(opportunity.expectedWaitMinutes()).isEqualTo(5.0);
        assertThat(opportunities(BOB).getFirst().expectedWaitMinutes()).isZero();
        assertThat(opportunities(ADA)).isEmpty();

        fair.happens(new RecruitingPaused(ACME));
        assertThat(opportunities(CLEO)).isEmpty();

        fair.happens(new RecruitingResumed(ACME), new SlotsChanged(ACME, 1)).happens(started(ACME, BOB_AT_ACME, BOB));
        assertThat(opportunities(CLEO)).isEmpty();
    }

    @Test
    void the_fair_counts_itself() throws Exception {
        fair.at(0)
                .happens(new RecruitingPaused(GLOBEX))
                .happens(started(ACME, ADA_AT_ACME, ADA))
                .happens(started(ACME, BOB_AT_ACME, BOB));
        fair.at(6).happens(completed(ACME, ADA_AT_ACME, ADA)).shown();

        var stats = fair.boards.handle(new FindFairStats());
        assertThat(stats)
                .isEqualTo(new FairStats(
                        new FairStats.Companies(1, 1),
                        new FairStats.Students(1, 1, 1),
                        new FairStats.Inscriptions(1, 1, 1),
                        6.0));
        var overview = fair.boards.handle(new FindFairOverview());
        assertThat(overview.stats()).isEqualTo(stats);
        assertThat(overview.boards()).extracting(each -> each.company().name()).containsExactly("Acme", "Globex");
        assertThat(overview.boards().getFirst()).isEqualTo(board());
    }

    @Test
    void an_interview_that_cannot_be_holds_up_its_company_only_and_is_not_half_shown() throws Exception {
        fair.shown();
        var before = company(ACME);
        fair.happens(new InterviewStarted(ACME, InscriptionId.next(), ADA), new CompanyRenamed(ACME, "Apex"))
                .happens(new CompanyRenamed(GLOBEX, "Globex & Co"))
                .shown(GLOBEX);

        assertThat(company(GLOBEX).orElseThrow().name()).isEqualTo("Globex & Co");
        assertThat(company(ACME)).isEqualTo(before);
    }

    @Test
    void what_a_board_shows_together_was_true_together_in_the_transaction_of_a_query_bus_too() throws Exception {
        fair.shown();
        var query = new TransactionTemplate(fair.side.transactions);
        var moving = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 300; i++) {
                fair.happens(started(ACME, ADA_AT_ACME, ADA)).happens(cancelled(ACME, ADA_AT_ACME, ADA));
            }
        });

        while (!moving.isDone()) {
            var board = query.execute(_ -> board());
            assertThat(board.queue()).hasSize(board.company().waitingCount());
            assertThat(board.interviews()).hasSize(board.slots().used());
        }
        moving.join();
    }

    @Test
    void built_anew_the_fair_is_the_same() throws Exception {
        fair.at(0).happens(started(ACME, ADA_AT_ACME, ADA)).happens(started(ACME, BOB_AT_ACME, BOB));
        fair.at(9)
                .happens(completed(ACME, ADA_AT_ACME, ADA))
                .happens(cancelled(ACME, BOB_AT_ACME, BOB))
                .happens(left(ACME, CLEO_AT_ACME, CLEO))
                .shown();
        var overview = fair.boards.handle(new FindFairOverview());
        var queues = fair.students.handle(new FindStudentQueues(BOB));

        fair.side.rebuild("queues");
        Awaitility.await().until(() -> !fair.side.rebuilding("queues"));

        assertThat(fair.boards.handle(new FindFairOverview())).isEqualTo(overview);
        assertThat(fair.students.handle(new FindStudentQueues(BOB))).isEqualTo(queues);
    }

    private Optional<CompanyView> company(CompanyId id) {
        return fair.companies.handle(new FindCompany(id));
    }

    private BoardView board() {
        return fair.boards.handle(new FindBoard(ACME)).orElseThrow();
    }

    private List<OpportunityView> opportunities(StudentId student) throws InterruptedException {
        fair.shown();
        return fair.students.handle(new FindOpportunities(student, FIRST_PAGE)).rows();
    }
}
