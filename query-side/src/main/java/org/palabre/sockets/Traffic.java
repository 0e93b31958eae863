package org.palabre.sockets;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Counts who is connected and what goes out to them. */
@Component
class Traffic {

    private final MeterRegistry meters;
    private final Counter sent;
    private final Counter cutOff;

    Traffic(MeterRegistry meters) {
        this.meters = meters;
        sent = meters.counter("palabre.sockets.frames.sent");
        cutOff = meters.counter("palabre.sockets.cut.off");
    }

    /** To be counted up and down by whoever opens sockets at the path. */
    AtomicInteger openAt(String path) {
        var open = new AtomicInteger();
        meters.gauge("palabre.sockets.open", Tags.of("path", path), open);
        return open;
    }

    void sent() {
        sent.increment();
    }

    /** A reader was too slow. */
    void cutOff() {
        cutOff.increment();
    }
}
