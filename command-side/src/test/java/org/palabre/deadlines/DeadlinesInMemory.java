package org.palabre.deadlines;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.serialization.SimpleSerializedObject;
import org.palabre.eventstore.EventSerializer;
import org.palabre.eventstore.EventTypes;
import org.palabre.eventstore.MasterKey;
import org.palabre.eventstore.PersonalKeys;
import org.palabre.eventstore.WrappedKeys;

/** Deadlines that wait to be looked at, for tests of those who set them. */
public final class DeadlinesInMemory {

    private final EventSerializer serializer = new EventSerializer(
            new EventTypes(),
            new PersonalKeys(
                    new KeysInMemory(), MasterKey.of(Base64.getEncoder().encodeToString(new byte[32]))));
    private final Map<String, Deadline> set = new LinkedHashMap<>();
    private final Deadlines deadlines = new Deadlines(
            (SchedulerClient) Proxy.newProxyInstance(
                    DeadlinesInMemory.class.getClassLoader(),
                    new Class<?>[] {SchedulerClient.class},
                    (_, method, arguments) -> answer(method, arguments)),
            Tasks.oneTime(Deadlines.TASK, CommandForLater.class).execute((_, _) -> {}),
            serializer);

    /** A command, and when it is to be sent. */
    public record Deadline(Instant at, Object command) {}

    public Deadlines deadlines() {
        return deadlines;
    }

    public static Patience patience(Clock clock) {
        return new Patience(clock);
    }

    /** The commands of all that are set. */
    public List<Object> all() {
        return set.values().stream().map(Deadline::command).toList();
    }

    /** All that are set, of which none is set any more then. */
    public List<Deadline> take() {
        var all = List.copyOf(set.values());
        set.clear();
        return all;
    }

    private Object answer(Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "scheduleIfNotExists" -> {
                var instance = (TaskInstance<?>) arguments[0];
                yield set.putIfAbsent(instance.getId(), new Deadline((Instant) arguments[1], command(instance)))
                        == null;
            }
            case "getScheduledExecution" -> Optional.ofNullable(set.get(((TaskInstanceId) arguments[0]).getId()));
            case "cancel" -> set.remove(((TaskInstanceId) arguments[0]).getId());
            default -> throw new UnsupportedOperationException(method.getName());
        };
    }

    private Object command(TaskInstance<?> instance) {
        var later = (CommandForLater) instance.getData();
        return serializer.deserialize(new SimpleSerializedObject<>(
                later.json().getBytes(StandardCharsets.UTF_8), byte[].class, later.type(), null));
    }

    /** Keys that are gone with the test. */
    private static final class KeysInMemory implements WrappedKeys {

        private final Map<UUID, WrappedKey> keys = new HashMap<>();

        @Override
        public Optional<WrappedKey> find(UUID subject) {
            return Optional.ofNullable(keys.get(subject));
        }

        @Override
        public void add(UUID subject, WrappedKey key) {
            keys.putIfAbsent(subject, key);
        }

        @Override
        public void destroy(UUID subject) {
            keys.put(subject, new WrappedKey(null));
        }
    }
}
