package org.palabre.deadlines;

import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.nio.charset.StandardCharsets;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.palabre.shared.Actor;
import org.palabre.web.Commands;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DeadlinesConfiguration {

    @Bean
    CustomTask<CommandForLater> commandForLater(
            ObjectProvider<Commands> commands,
            ObjectProvider<Errands> errands,
            @Qualifier("eventSerializer") Serializer serializer) {
        return Tasks.custom(Deadlines.TASK, CommandForLater.class)
                .onFailure(new GrowingPauses<>())
                .execute((deadline, _) -> {
                    var later = deadline.getData();
                    var command = serializer.deserialize(new SimpleSerializedObject<>(
                            later.json().getBytes(StandardCharsets.UTF_8), byte[].class, later.type(), null));
                    try {
                        errands.getObject()
                                .run(commands.getObject().sendAs(new Actor.Platform(), command, Object.class));
                        return new OnCompleteRemove<>();
                    } catch (Postponed postponed) {
                        return (done, same) ->
                                same.reschedule(done, done.getTimeDone().plus(postponed.pause()));
                    }
                });
    }
}
