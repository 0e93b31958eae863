package org.palabre.deadlines;

import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** How deadlines are stored, and run. */
@Component
class Scheduling implements DbSchedulerCustomizer {

    /** What is stored can be read by people, and by the next version of a class. */
    @Override
    public Optional<Serializer> serializer() {
        return Optional.of(new StoredTask(JsonMapper.builder().build()));
    }

    /**
     * Deadlines share the processors with requests, which have virtual threads too. Ten threads of the system's own would
     * get most of two processors, and everybody who waits for an answer the rest.
     */
    @Override
    public Optional<ExecutorService> executorService() {
        return Optional.of(Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("deadline-", 0).factory()));
    }
}
