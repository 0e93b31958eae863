package org.palabre.proofs.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.opentest4j.TestAbortedException;

/** A volume of its own that is soon full. */
final class SmallDisk implements AutoCloseable {

    private static final int CHUNK = 64 * 1024;

    private final Path place;

    private SmallDisk(Path place) {
        this.place = place;
    }

    /** Mounts it in memory, where the machine lets us. */
    static SmallDisk at(Path place, int mebibytes) {
        if (run("mount", "-t", "tmpfs", "-o", "size=" + mebibytes + "m", "tmpfs", place.toString()) != 0) {
            throw new TestAbortedException("no volume can be mounted here: that takes root on Linux");
        }
        return new SmallDisk(place);
    }

    Path home() {
        return place.resolve("home");
    }

    /** Takes whatever space is left. */
    void fill() throws IOException {
        var file = filler();
        try (var out = Files.newOutputStream(file)) {
            var chunk = new byte[CHUNK];
            while (true) {
                out.write(chunk);
            }
        } catch (IOException full) {
            if (Files.size(file) == 0) {
                throw full;
            }
        }
    }

    /** Gives it back. */
    void free() throws IOException {
        Files.delete(filler());
    }

    private Path filler() {
        return place.resolve("filler");
    }

    @Override
    public void close() {
        run("umount", "-l", place.toString());
    }

    private static int run(String... command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getInputStream().transferTo(OutputStream.nullOutputStream());
            return process.waitFor(1, TimeUnit.MINUTES) ? process.exitValue() : -1;
        } catch (IOException noSuchCommand) {
            return -1;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }
}
