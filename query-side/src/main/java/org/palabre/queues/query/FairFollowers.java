package org.palabre.queues.query;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.palabre.live.Changed;
import org.palabre.live.WatchCredentials;
import org.palabre.queues.CompanyEvent;
import org.palabre.queues.CompanyEvent.AccessTokenRegenerated;
import org.palabre.queues.CompanyEvent.CompanyOpened;
import org.palabre.queues.CompanyEvent.CompanyRemoved;
import org.palabre.queues.CompanyEvent.CompanyRenamed;
import org.palabre.queues.CompanyEvent.InterviewCancelled;
import org.palabre.queues.CompanyEvent.InterviewCompleted;
import org.palabre.queues.CompanyEvent.InterviewStarted;
import org.palabre.queues.CompanyEvent.QueueLimitChanged;
import org.palabre.queues.CompanyEvent.RecruitingPaused;
import org.palabre.queues.CompanyEvent.RecruitingResumed;
import org.palabre.queues.CompanyEvent.SlotsChanged;
import org.palabre.queues.CompanyEvent.StudentJoined;
import org.palabre.queues.CompanyEvent.StudentLeft;
import org.palabre.queues.FairNews;
import org.palabre.queues.FairNews.Action;
import org.palabre.queues.FairNews.FollowFair;
import org.palabre.queues.FairNews.QueueInscription;
import org.palabre.queues.FairNews.StudentChanged;
import org.palabre.queues.QueueQuery.FindBoard;
import org.palabre.queues.QueueQuery.FindFairOverview;
import org.palabre.queues.QueueQuery.FindStudentQueues;
import org.palabre.queues.QueueQuery.InscriptionView;
import org.palabre.queues.StudentEvent;
import org.palabre.queues.StudentEvent.QueueJoined;
import org.palabre.queues.StudentEvent.QueueLeft;
import org.palabre.queues.StudentId;
import org.springframework.stereotype.Component;

/** Tells those who follow the fair what concerns them, once the transaction that changed it has committed. */
@Component
class FairFollowers {

    private final QueryUpdateEmitter updates;

    FairFollowers(QueryUpdateEmitter updates) {
        this.updates = updates;
    }

    /**
     * What has to be known of a queue before an event changes it; it is looked up for followers only.
     *
     * @param students who is in it
     * @param leaving the inscription that the event takes away
     */
    record Before(Concerned<StudentId> students, Optional<InscriptionView> leaving) {}

    /**
     * Whom an event concerns.
     *
     * @param known nothing if nobody followed: whoever comes while the transaction is still open is told in any case
     */
    record Concerned<T>(Optional<Set<T>> known) {

        boolean may(T each) {
            return known.map(all -> all.contains(each)).orElse(true);
        }
    }

    Before before(CompanyEvent event, Supplier<FairTables> fair) {
        return new Before(
                concerned(() -> fair.get().studentsOf(event.companyId()), FindStudentQueues.class),
                event instanceof StudentLeft left && follows(FollowFair.class)
                        ? Optional.of(fair.get().inscription(left.inscriptionId()))
                        : Optional.empty());
    }

    void tell(CompanyEvent event, Before before, Supplier<FairTables> fair) {
        var companyId = event.companyId();
        changed(FindBoard.class, query -> query.companyId().equals(companyId));
        changed(FindFairOverview.class, _ -> true);
        changed(
                FindStudentQueues.class,
                query -> before.students().may(query.studentId())
                        || (event instanceof StudentJoined joined
                                && joined.studentId().equals(query.studentId())));
        if (event instanceof AccessTokenRegenerated || event instanceof CompanyRemoved) {
            updates.emit(WatchCredentials.class, _ -> true, new WatchCredentials.Ended(companyId.value()));
        }
        if (follows(FollowFair.class)) {
            news(event, before, fair.get());
        }
    }

    void tell(StudentEvent event, Supplier<FairTables> fair) {
        var studentId = event.studentId();
        var companies = concerned(() -> fair.get().companiesWith(studentId), FindBoard.class, FollowFair.class);
        changed(FindStudentQueues.class, query -> query.studentId().equals(studentId));
        changed(FindBoard.class, query -> companies.may(query.companyId()));
        changed(FindFairOverview.class, _ -> true);
        if (follows(FollowFair.class) && !(event instanceof QueueJoined || event instanceof QueueLeft)) {
            var news = new StudentChanged(fair.get().student(studentId));
            updates.emit(
                    FollowFair.class,
                    follower -> follower.student().map(studentId::equals).orElse(true)
                            && follower.company().map(companies::may).orElse(true),
                    news);
        }
    }

    private void news(CompanyEvent event, Before before, FairTables fair) {
        switch (event) {
            case StudentJoined joined ->
                about(
                        joined.studentId(),
                        joined,
                        inscription(Action.JOINED, joined.studentId(), fair.inscription(joined.inscriptionId()), fair));
            case StudentLeft left ->
                before.leaving()
                        .ifPresent(gone ->
                                about(left.studentId(), left, inscription(Action.LEFT, left.studentId(), gone, fair)));
            case InterviewCancelled cancelled ->
                about(
                        cancelled.studentId(),
                        cancelled,
                        inscription(
                                Action.RETURNED,
                                cancelled.studentId(),
                                fair.inscription(cancelled.inscriptionId()),
                                fair));
            case InterviewStarted started ->
                about(
                        started.studentId(),
                        started,
                        new FairNews.InterviewStarted(
                                fair.inscription(started.inscriptionId()),
                                fair.student(started.studentId()),
                                fair.company(started.companyId())));
            case InterviewCompleted completed ->
                about(
                        completed.studentId(),
                        completed,
                        new FairNews.InterviewCompleted(
                                fair.inscription(completed.inscriptionId()),
                                fair.student(completed.studentId()),
                                fair.company(completed.companyId())));
            case CompanyOpened _,
                    CompanyRenamed _,
                    RecruitingPaused _,
                    RecruitingResumed _,
                    SlotsChanged _,
                    QueueLimitChanged _ ->
                updates.emit(
                        FollowFair.class,
                        follower -> follower.student().isEmpty()
                                && follower.company()
                                        .map(event.companyId()::equals)
                                        .orElse(true),
                        new FairNews.CompanyUpdated(fair.company(event.companyId())));
            case AccessTokenRegenerated _, CompanyRemoved _ -> {}
        }
    }

    private static QueueInscription inscription(
            Action action, StudentId studentId, InscriptionView inscription, FairTables fair) {
        return new QueueInscription(
                action,
                inscription,
                fair.student(studentId),
                fair.company(inscription.company().id()));
    }

    /** Tells the student, the company and whoever follows the whole fair. */
    private void about(StudentId studentId, CompanyEvent event, FairNews news) {
        updates.emit(
                FollowFair.class,
                follower -> follower.student().map(studentId::equals).orElse(true)
                        && follower.company().map(event.companyId()::equals).orElse(true),
                news);
    }

    private <Q> void changed(Class<Q> query, Predicate<Q> concerned) {
        updates.emit(query, concerned, new Changed());
    }

    private <T> Concerned<T> concerned(Supplier<Set<T>> known, Class<?>... queries) {
        return new Concerned<>(
                Stream.of(queries).anyMatch(this::follows) ? Optional.of(known.get()) : Optional.empty());
    }

    private boolean follows(Class<?> query) {
        return updates.activeSubscriptions().stream()
                .anyMatch(subscription -> query.isInstance(subscription.getPayload()));
    }
}
