package org.palabre.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.palabre.queues.QueueQuery.FairStats;
import org.palabre.queues.QueueQuery.FindFairStats;
import org.palabre.web.Queries;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Fills an empty platform, and keeps what it has made moving slowly. */
@Component
@ConditionalOnProperty("palabre.demo")
class Demo implements ApplicationRunner, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PACE = Duration.ofMillis(800);

    private final DemoFair fair;
    private final Queries queries;
    private final Path memory;
    private final String publicUrl;
    private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("demo").factory());

    Demo(
            DemoFair fair,
            Queries queries,
            @Value("${palabre.home}") Path home,
            @Value("${palabre.public-url}") String publicUrl) {
        this.fair = fair;
        this.queries = queries;
        this.memory = home.resolve("demo.json");
        this.publicUrl = publicUrl;
    }

    @Override
    public void run(ApplicationArguments arguments) throws Exception {
        if (Files.exists(memory)) {
            keepMoving(JSON.readValue(Files.readString(memory), DemoWorld.class));
        } else if (isEmpty()) {
            LOG.info("Filling the demo fair…");
            var filled = fair.fill();
            Files.writeString(memory, JSON.writeValueAsString(filled.world()));
            show(filled.firstToken());
            keepMoving(filled.world());
        } else {
            LOG.warn("There is somebody at this fair already: no demo here");
        }
    }

    @Override
    public void destroy() {
        pace.shutdownNow();
    }

    private boolean isEmpty() {
        var stats = queries.answer(new FindFairStats(), FairStats.class);
        return stats.companies().recruiting() + stats.companies().paused() == 0;
    }

    /** To whoever sits at the console, like the link that makes the first admin. */
    @SuppressWarnings("SystemOut")
    private void show(String token) {
        System.out.printf("%n  A board of the demo fair: %s/fair/company?wall=1#token=%s%n%n", publicUrl, token);
    }

    private void keepMoving(DemoWorld world) {
        var _ = pace.scheduleWithFixedDelay(
                () -> {
                    try {
                        fair.move(world);
                    } catch (RuntimeException failure) {
                        LOG.warn("The demo fair stumbled", failure);
                    }
                },
                PACE.toMillis(),
                PACE.toMillis(),
                TimeUnit.MILLISECONDS);
    }
}
