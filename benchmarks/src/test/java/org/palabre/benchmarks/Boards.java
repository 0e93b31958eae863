package org.palabre.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.List;

/** Many sockets that follow one company's board, while it changes as fast as it can. */
record Boards(int sockets, String aim) implements Benchmark {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    @Override
    public String name() {
        return "frames of one board to %d sockets".formatted(sockets);
    }

    @Override
    public Result measure() throws Exception {
        try (var home = Home.empty();
                var stage = Stage.at(home);
                var arriving = Selector.open()) {
            var stand = Stand.at(stage);
            for (int i = 0; i < sockets; i++) {
                var socket = stage.follow(stand.company());
                socket.channel().configureBlocking(false).register(arriving, SelectionKey.OP_READ, socket);
            }
            Worker counting = stopwatch -> arriving.select(key -> count(key, stopwatch), PATIENCE.toMillis());
            var measured = Load.run(List.of(changing(stand), changing(stand.colleague(stage)), counting), stage::cpu);
            return new Result(measured.rate() + " frames", "–", Result.millis(measured.cpuMillisPerOperation()), "–");
        }
    }

    private static Worker changing(Stand stand) {
        return _ -> {
            stand.ask();
            stand.answer();
        };
    }

    private static void count(SelectionKey key, Stopwatch stopwatch) {
        var socket = (LiveSocket) key.attachment();
        try {
            socket.take();
            while (socket.next() != null) {
                stopwatch.count();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
