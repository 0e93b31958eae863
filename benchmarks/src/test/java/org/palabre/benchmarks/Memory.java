package org.palabre.benchmarks;

/** What the platform's JVM holds after load, and what each socket adds that nothing is sent over. */
record Memory(String aim) implements Benchmark {

    private static final int CONNECTIONS = 16;
    private static final int SOCKETS = 1_000;

    @Override
    public String name() {
        return "memory after mixed commands, and for each of %,d more sockets".formatted(SOCKETS);
    }

    @Override
    public Result measure() throws Exception {
        try (var home = Home.empty();
                var stage = Stage.at(home)) {
            Load.run(Interviews.on(CONNECTIONS, stage), stage::cpu);
            var machine = new VirtualMachine(stage.platform().pid());
            var resident = machine.residentKilobytes();
            var company = stage.company("Stand");
            var before = machine.heldBytes();
            Progress.say("%d sockets open".formatted(SOCKETS));
            for (int i = 0; i < SOCKETS; i++) {
                stage.follow(company);
            }
            var perSocket = (machine.heldBytes() - before) / 1024.0 / SOCKETS;
            return new Result(
                    "%,d MB; %.1f KB of heap per socket".formatted(resident / 1024, perSocket), "–", "–", "–");
        }
    }
}
