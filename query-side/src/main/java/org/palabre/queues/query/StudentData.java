package org.palabre.queues.query;

import java.util.Map;
import org.palabre.exports.AllRows;
import org.palabre.exports.PersonalData;
import org.palabre.queues.QueueQuery.FindInscriptions;
import org.palabre.queues.QueueQuery.FindStudent;
import org.palabre.queues.QueueQuery.InscriptionPage;
import org.palabre.queues.QueueQuery.StudentView;
import org.palabre.queues.StudentId;
import org.palabre.shared.Actor;
import org.palabre.web.Queries;
import org.springframework.stereotype.Component;

/** What is held about a person at the fair. */
@Component
class StudentData implements PersonalData {

    private final Queries queries;

    StudentData(Queries queries) {
        this.queries = queries;
    }

    @Override
    public Map<String, Object> of(Actor.Account person) {
        var id = StudentId.of(person.id());
        return queries.find(new FindStudent(id), StudentView.class)
                .<Map<String, Object>>map(student -> Map.of(
                        "student",
                        student,
                        "inscriptions",
                        AllRows.of(page -> queries.answer(new FindInscriptions(id, page), InscriptionPage.class))))
                .orElse(Map.of());
    }
}
