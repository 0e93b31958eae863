package org.palabre.deadlines;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * A deadline is a command for later, which the platform sends to itself. It is stored in the transaction that sets it,
 * and sent until it is accepted; whoever handles it makes sure that twice is no more than once. What is personal in it is
 * encrypted, as in events.
 */
@Component
public class Deadlines {

    static final String TASK = "command";

    private final SchedulerClient scheduler;
    private final Task<CommandForLater> task;
    private final Serializer serializer;

    Deadlines(
            SchedulerClient scheduler,
            Task<CommandForLater> task,
            @Qualifier("eventSerializer") Serializer serializer) {
        this.scheduler = scheduler;
        this.task = task;
        this.serializer = serializer;
    }

    /** Sets a deadline, unless one of this name is set already. */
    public void schedule(String name, Instant at, Object command) {
        var data = serializer.serialize(command, byte[].class);
        scheduler.scheduleIfNotExists(
                task.instance(
                        name,
                        new CommandForLater(
                                data.getType().getName(), new String(data.getData(), StandardCharsets.UTF_8))),
                at);
    }

    /** Drops a deadline that is no longer wanted; does nothing if there is none of this name. */
    public void cancel(String name) {
        var id = TaskInstanceId.of(TASK, name);
        if (scheduler.getScheduledExecution(id).isPresent()) {
            scheduler.cancel(id);
        }
    }
}
