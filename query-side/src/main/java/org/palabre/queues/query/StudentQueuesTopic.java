package org.palabre.queues.query;

import org.palabre.queues.QueueQuery.FindStudentQueues;
import org.palabre.queues.QueueQuery.StudentQueuesView;
import org.palabre.queues.StudentId;
import org.palabre.shared.Actor;
import org.palabre.shared.Actor.Role;
import org.palabre.shared.Refused;
import org.palabre.shared.Refused.Common;
import org.palabre.sockets.Following;
import org.palabre.sockets.Topic;
import org.palabre.sockets.Topic.NoParams;
import org.springframework.stereotype.Component;

/** Where a student stands, for that student. */
@Component
class StudentQueuesTopic implements Topic<NoParams> {

    @Override
    public String name() {
        return "student-queues";
    }

    @Override
    public Class<NoParams> params() {
        return NoParams.class;
    }

    @Override
    public Following follow(NoParams none, Actor actor) {
        if (actor instanceof Actor.Account account && account.has(Role.STUDENT)) {
            return new Following(new FindStudentQueues(StudentId.of(account.id())), StudentQueuesView.class);
        }
        throw new Refused(Common.FORBIDDEN);
    }
}
