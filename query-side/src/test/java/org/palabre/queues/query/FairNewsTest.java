package org.palabre.queues.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.GenericSubscriptionQueryMessage;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.palabre.live.Changed;
import org.palabre.queues.CompanyEvent.InterviewStarted;
import org.palabre.queues.CompanyEvent.RecruitingPaused;
import org.palabre.queues.CompanyId;
import org.palabre.queues.FairNews;
import org.palabre.queues.FairNews.FollowFair;
import org.palabre.queues.InscriptionId;
import org.palabre.queues.QueueQuery.FindStudentQueues;
import org.palabre.queues.StudentId;

/** Ada queues at Acme and Globex, Bob at Acme; Ada, Acme and the admin listen. */
class FairNewsTest {

    private static final CompanyId ACME = CompanyId.next();
    private static final CompanyId GLOBEX = CompanyId.next();
    private static final StudentId ADA = student();
    private static final StudentId BOB = student();
    private static final InscriptionId ADA_AT_ACME = InscriptionId.next();
    private static final InscriptionId ADA_AT_GLOBEX = InscriptionId.next();
    private static final InscriptionId BOB_AT_ACME = InscriptionId.next();

    @AutoClose
    private final FairOnPostgres fair = new FairOnPostgres();

    private final List<String> ada = new CopyOnWriteArrayList<>();
    private final List<String> acme = new CopyOnWriteArrayList<>();
    private final List<String> admin = new CopyOnWriteArrayList<>();

    @BeforeEach
    void they_queue_and_listen() throws Exception {
        fair.happens(opened(ACME, "Acme", 2), opened(GLOBEX, "Globex", 1))
                .happens(profile(ADA, "Ada", "Lovelace"), profile(BOB, "Bob", "Kahn"))
                .happens(joined(ACME, ADA_AT_ACME, ADA, 1))
                .happens(joined(GLOBEX, ADA_AT_GLOBEX, ADA, 1))
                .happens(joined(ACME, BOB_AT_ACME, BOB, 2))
                .shown();
        follow(new FollowFair(Optional.of(ADA), Optional.empty()), ada);
        follow(new FollowFair(Optional.empty(), Optional.of(ACME)), acme);
        follow(new FollowFair(Optional.empty(), Optional.empty()), admin);
    }

    @Test
    void everyone_hears_what_concerns_them_and_nothing_else() throws Exception {
        fair.happens(started(ACME, BOB_AT_ACME, BOB))
                .happens(started(GLOBEX, ADA_AT_GLOBEX, ADA))
                .happens(cancelled(GLOBEX, ADA_AT_GLOBEX, ADA))
                .happens(left(ACME, ADA_AT_ACME, ADA))
                .happens(new RecruitingPaused(GLOBEX))
                .happens(completed(ACME, BOB_AT_ACME, BOB))
                .shown();

        await().until(() -> admin.contains("Bob completed at Acme") && acme.contains("Bob completed at Acme"));
        assertThat(admin)
                .containsExactly(
                        "Bob is IN_INTERVIEW",
                        "Bob started at Acme",
                        "Ada is IN_INTERVIEW",
                        "Ada started at Globex",
                        "Ada is AVAILABLE",
                        "Ada RETURNED at Globex",
                        "Ada LEFT at Acme",
                        "Globex is PAUSED",
                        "Bob is PAUSED",
                        "Bob completed at Acme");
        assertThat(ada)
                .containsExactly(
                        "Ada is IN_INTERVIEW",
                        "Ada started at Globex",
                        "Ada is AVAILABLE",
                        "Ada RETURNED at Globex",
                        "Ada LEFT at Acme");
        assertThat(acme)
                .containsExactly(
                        "Bob is IN_INTERVIEW",
                        "Bob started at Acme",
                        "Ada is IN_INTERVIEW",
                        "Ada is AVAILABLE",
                        "Ada LEFT at Acme",
                        "Bob is PAUSED",
                        "Bob completed at Acme");
    }

    @Test
    void what_is_built_anew_is_no_news() throws Exception {
        fair.side.rebuild("queues");
        await().until(() -> !fair.side.rebuilding("queues"));
        fair.happens(new RecruitingPaused(ACME)).shown();

        await().until(() -> admin.contains("Acme is PAUSED"));
        assertThat(admin).containsExactly("Acme is PAUSED");
    }

    @Test
    void who_begins_to_follow_while_something_is_being_applied_is_told() throws Exception {
        var changes = new CopyOnWriteArrayList<Changed>();
        try (var other = fair.side.database.getConnection();
                var lock = other.prepareStatement("select from fair_inscription where id = ? for update")) {
            other.setAutoCommit(false);
            lock.setObject(1, ADA_AT_ACME.value());
            lock.execute();

            fair.happens(new InterviewStarted(ACME, ADA_AT_ACME, ADA));
            await().until(this::somethingWaitsForALock);
            follow(new FindStudentQueues(BOB), Changed.class, changes::add);
            other.rollback();
        }
        await().until(() -> !changes.isEmpty());
    }

    private boolean somethingWaitsForALock() {
        return fair.side
                .jdbc
                .sql("select exists (select from pg_locks where not granted)")
                .query(Boolean.class)
                .single();
    }

    private void follow(FollowFair query, List<String> heard) {
        follow(query, FairNews.class, news -> heard.add(inWords(news)));
    }

    private <U> void follow(Object query, Class<U> news, Consumer<U> told) {
        fair.side
                .updates
                .registerUpdateHandler(
                        new GenericSubscriptionQueryMessage<>(
                                query,
                                query.getClass().getName(),
                                ResponseTypes.instanceOf(news),
                                ResponseTypes.instanceOf(news)),
                        100)
                .getUpdates()
                .subscribe(update -> told.accept(news.cast(update.getPayload())));
    }

    private static String inWords(FairNews news) {
        return switch (news) {
            case FairNews.QueueInscription inscription ->
                inscription.student().firstName() + " " + inscription.action() + " at "
                        + inscription.company().name();
            case FairNews.InterviewStarted started ->
                started.student().firstName() + " started at "
                        + started.company().name();
            case FairNews.InterviewCompleted completed ->
                completed.student().firstName() + " completed at "
                        + completed.company().name();
            case FairNews.StudentChanged changed ->
                changed.student().firstName() + " is " + changed.student().status();
            case FairNews.CompanyUpdated updated ->
                updated.company().name() + " is " + updated.company().status();
        };
    }
}
