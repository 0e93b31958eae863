package org.palabre.queues.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.palabre.queues.CompanyEvent;
import org.palabre.queues.CompanyEvent.CompanyOpened;
import org.palabre.queues.CompanyEvent.InterviewCancelled;
import org.palabre.queues.CompanyEvent.InterviewCompleted;
import org.palabre.queues.CompanyEvent.InterviewStarted;
import org.palabre.queues.CompanyEvent.SlotsChanged;
import org.palabre.queues.CompanyEvent.StudentJoined;
import org.palabre.queues.CompanyId;
import org.palabre.queues.StudentId;

/** Goes through a history event by event, without any code of the fair's own, and looks for what must never be. */
final class FairAudit {

    private final Map<CompanyId, Integer> slots = new HashMap<>();
    private final Map<CompanyId, Integer> running = new HashMap<>();
    private final Map<CompanyId, Integer> lastPosition = new HashMap<>();
    private final Set<StudentId> sitting = new HashSet<>();
    private int interviews;

    /** How many interviews there were. */
    int audit(List<Object> history) {
        history.forEach(event -> {
            if (event instanceof CompanyEvent ofCompany) {
                next(ofCompany);
            }
        });
        return interviews;
    }

    private void next(CompanyEvent event) {
        switch (event) {
            case CompanyOpened opened -> slots.put(opened.companyId(), opened.maxConcurrentInterviews());
            case SlotsChanged changed -> slots.put(changed.companyId(), changed.maxConcurrentInterviews());
            case StudentJoined joined ->
                assertThat(joined.position())
                        .as("positions rise by one and never come again: %s", joined)
                        .isEqualTo(lastPosition.merge(joined.companyId(), 1, Integer::sum));
            case InterviewStarted started -> {
                interviews++;
                assertThat(sitting.add(started.studentId()))
                        .as("nobody sits in two interviews: %s", started)
                        .isTrue();
                assertThat(running.merge(started.companyId(), 1, Integer::sum))
                        .as("no company starts more than it has slots: %s", started)
                        .isLessThanOrEqualTo(slots.get(started.companyId()));
            }
            case InterviewCompleted completed -> end(completed.companyId(), completed.studentId());
            case InterviewCancelled cancelled -> end(cancelled.companyId(), cancelled.studentId());
            default -> {}
        }
    }

    private void end(CompanyId company, StudentId student) {
        assertThat(sitting.remove(student)).as("only who sits can get up").isTrue();
        running.merge(company, -1, Integer::sum);
    }
}
