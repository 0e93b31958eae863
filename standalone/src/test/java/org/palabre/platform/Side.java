package org.palabre.platform;

import java.io.File;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One side as a program, and what of the tests' class path it is made of. */
enum Side {
    COMMAND_SIDE(
            "command-side",
            "org.palabre.commandside.CommandSide",
            Set.of("api", "storage", "event-store", "web", "command-side"),
            Set.of()),
    QUERY_SIDE(
            "query-side",
            "org.palabre.queryside.QuerySide",
            Set.of("api", "storage", "event-store", "web", "pages", "query-side"),
            Set.of("db-scheduler"));

    private static final Pattern MODULE =
            Pattern.compile(".*?(?:([a-z-]+)/target/(?:test-)?classes/?|palabre-([a-z-]+)-\\d[^/]*\\.jar)");

    private final String program;
    private final String main;
    private final Set<String> modules;
    private final Set<String> foreign;

    /** Made of these modules, and of all libraries but those that would do the other side's work of their own accord. */
    Side(String program, String main, Set<String> modules, Set<String> foreign) {
        this.program = program;
        this.main = main;
        this.modules = modules;
        this.foreign = foreign;
    }

    String program() {
        return program;
    }

    String main() {
        return main;
    }

    /** Where it keeps what is its own. */
    String schema() {
        return program.replace('-', '_');
    }

    String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(this::isItsOwn)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private boolean isItsOwn(String entry) {
        var module = MODULE.matcher(entry.replace(File.separatorChar, '/'));
        if (module.matches()) {
            return modules.contains(module.group(1) == null ? module.group(2) : module.group(1));
        }
        return foreign.stream().noneMatch(entry::contains);
    }
}
