package org.palabre.queues.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;
import static org.axonframework.modelling.command.AggregateLifecycle.markDeleted;
import static org.palabre.queues.QueueRefusal.ALREADY_QUEUED;
import static org.palabre.queues.QueueRefusal.COMPANY_PAUSED;
import static org.palabre.queues.QueueRefusal.NOT_IN_INTERVIEW;
import static org.palabre.queues.QueueRefusal.NOT_WAITING;
import static org.palabre.queues.QueueRefusal.NO_FREE_SLOT;
import static org.palabre.queues.QueueRefusal.QUEUE_FULL;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.palabre.queues.CompanyCommand.ChangeCompany;
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
import org.palabre.queues.CompanyId;
import org.palabre.queues.CompanyStatus;
import org.palabre.queues.InscriptionId;
import org.palabre.queues.InscriptionStatus;
import org.palabre.queues.QueueQuery.CompanyName;
import org.palabre.queues.QueueQuery.CompanyView;
import org.palabre.queues.QueueQuery.InscriptionView;
import org.palabre.queues.StudentId;
import org.palabre.shared.Refused;
import org.palabre.shared.Refused.Common;

/** A company at its stand, with the queue in front of it. */
@Aggregate(snapshotTriggerDefinition = "snapshots", cache = "aggregates")
@JsonAutoDetect(
        fieldVisibility = JsonAutoDetect.Visibility.ANY,
        getterVisibility = JsonAutoDetect.Visibility.NONE,
        isGetterVisibility = JsonAutoDetect.Visibility.NONE)
class Company {

    @AggregateIdentifier
    private CompanyId id;

    private String name = "";
    private CompanyStatus status = CompanyStatus.RECRUITING;
    private int maxConcurrentInterviews;
    private @Nullable Integer maxQueueSize;
    private String tokenHash = "";
    private int lastPosition;
    private Queue queue = new Queue();

    Company() {}

    Company(CompanyOpened opening) {
        apply(opening);
    }

    String name() {
        return name;
    }

    List<Inscription> waiting() {
        return queue.waiting();
    }

    List<Inscription> running() {
        return queue.running();
    }

    /** Refuses whoever does not come with the access token that is good now. */
    void identify(String hash) {
        if (!MessageDigest.isEqual(hash.getBytes(UTF_8), tokenHash.getBytes(UTF_8))) {
            throw new Refused(Common.NOT_AUTHENTICATED);
        }
    }

    void change(ChangeCompany changes) {
        changes.name().from(name, next -> apply(new CompanyRenamed(id, Objects.requireNonNull(next))));
        changes.status()
                .from(
                        status,
                        next -> apply(
                                next == CompanyStatus.PAUSED ? new RecruitingPaused(id) : new RecruitingResumed(id)));
        changes.maxConcurrentInterviews()
                .from(maxConcurrentInterviews, next -> apply(new SlotsChanged(id, Objects.requireNonNull(next))));
        changes.maxQueueSize().from(maxQueueSize, next -> apply(new QueueLimitChanged(id, next)));
    }

    void regenerateToken(String hash) {
        apply(new AccessTokenRegenerated(id, hash));
    }

    void remove() {
        running().forEach(this::cancel);
        apply(new CompanyRemoved(id));
    }

    void join(InscriptionId inscriptionId, StudentId studentId) {
        if (queue.holds(studentId)) {
            throw new Refused(ALREADY_QUEUED);
        }
        if (status == CompanyStatus.PAUSED) {
            throw new Refused(COMPANY_PAUSED);
        }
        if (maxQueueSize != null && queue.waiting().size() >= maxQueueSize) {
            throw new Refused(QUEUE_FULL);
        }
        apply(new StudentJoined(id, inscriptionId, studentId, lastPosition + 1));
    }

    void leave(InscriptionId inscriptionId) {
        var inscription = inscription(inscriptionId);
        if (!inscription.waits()) {
            throw new Refused(NOT_WAITING);
        }
        apply(new StudentLeft(id, inscriptionId, inscription.studentId()));
    }

    /** The place, if it is not given up and the interview is not over. */
    Optional<Inscription> place(InscriptionId inscriptionId) {
        return queue.find(inscriptionId).filter(inscription -> inscription.waits() || inscription.runs());
    }

    /** The inscription, if the company could start with it now; whether the student can is for the student to say. */
    Inscription startable(InscriptionId inscriptionId) {
        var inscription = inscription(inscriptionId);
        if (!inscription.waits()) {
            throw new Refused(NOT_WAITING);
        }
        refuseUnlessReady();
        return inscription;
    }

    void refuseUnlessReady() {
        if (status == CompanyStatus.PAUSED) {
            throw new Refused(COMPANY_PAUSED);
        }
        if (running().size() >= maxConcurrentInterviews) {
            throw new Refused(NO_FREE_SLOT);
        }
    }

    void start(Inscription inscription) {
        apply(new InterviewStarted(id, inscription.id(), inscription.studentId()));
    }

    Inscription running(InscriptionId inscriptionId) {
        var inscription = inscription(inscriptionId);
        if (!inscription.runs()) {
            throw new Refused(NOT_IN_INTERVIEW);
        }
        return inscription;
    }

    void complete(Inscription inscription) {
        apply(new InterviewCompleted(id, inscription.id(), inscription.studentId()));
    }

    void cancel(Inscription inscription) {
        apply(new InterviewCancelled(id, inscription.id(), inscription.studentId()));
    }

    CompanyView view() {
        return new CompanyView(
                id,
                name,
                status,
                maxConcurrentInterviews,
                maxQueueSize,
                queue.waiting().size(),
                queue.running().size(),
                getVersion());
    }

    InscriptionView view(InscriptionId inscriptionId) {
        var inscription = inscription(inscriptionId);
        return new InscriptionView(
                inscription.id(),
                new CompanyName(id, name),
                inscription.position(),
                inscription.status(),
                inscription.waits() ? queue.placeOf(inscription) : null,
                inscription.joinedAt(),
                getVersion());
    }

    private Inscription inscription(InscriptionId inscriptionId) {
        return queue.find(inscriptionId).orElseThrow(() -> new Refused(Common.NOT_FOUND));
    }

    @EventSourcingHandler
    void on(CompanyEvent event, @Timestamp Instant at) {
        switch (event) {
            case CompanyOpened opened -> {
                id = opened.companyId();
                name = opened.name();
                maxConcurrentInterviews = opened.maxConcurrentInterviews();
                maxQueueSize = opened.maxQueueSize();
                tokenHash = opened.tokenHash();
            }
            case CompanyRenamed renamed -> name = renamed.name();
            case RecruitingPaused _ -> status = CompanyStatus.PAUSED;
            case RecruitingResumed _ -> status = CompanyStatus.RECRUITING;
            case SlotsChanged changed -> maxConcurrentInterviews = changed.maxConcurrentInterviews();
            case QueueLimitChanged changed -> maxQueueSize = changed.maxQueueSize();
            case AccessTokenRegenerated regenerated -> tokenHash = regenerated.tokenHash();
            case CompanyRemoved _ -> markDeleted();
            case StudentJoined joined -> {
                lastPosition = joined.position();
                queue.add(new Inscription(
                        joined.inscriptionId(), joined.studentId(), joined.position(), at, InscriptionStatus.WAITING));
            }
            case StudentLeft left -> queue.remove(left.inscriptionId());
            case InterviewStarted started -> queue.become(started.inscriptionId(), InscriptionStatus.IN_INTERVIEW);
            case InterviewCompleted completed -> queue.become(completed.inscriptionId(), InscriptionStatus.COMPLETED);
            case InterviewCancelled cancelled -> queue.become(cancelled.inscriptionId(), InscriptionStatus.WAITING);
        }
    }
}
