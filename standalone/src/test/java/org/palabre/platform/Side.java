package org.palabre.platform;

import java.io.File;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One side as a program: where it begins, where it keeps what is its own, and what of the tests' class path it is made of. */
enum Side {
    COMMAND_SIDE(
            "org.palabre.commandside.CommandSide",
            "public",
            Set.of("api", "event-store", "web", "command-side"),
            Set.of()),
    QUERY_SIDE(
            "org.palabre.queryside.QuerySide",
            "public",
            Set.of("api", "event-store", "web", "pages", "query-side"),
            Set.of("db-scheduler"));

    private static final Pattern MODULE =
            Pattern.compile(".*?(?:([a-z-]+)/target/(?:test-)?classes/?|palabre-([a-z-]+)-\\d[^/]*\\.jar)");

    private final String main;
    private final String schema;
    private final Set<String> modules;
    private final Set<String> foreign;

    /** Made of these modules and of all libraries but those of the other side that would do something of their own accord. */
    Side(String main, String schema, Set<String> modules, Set<String> foreign) {
        this.main = main;
        this.schema = schema;
        this.modules = modules;
        this.foreign = foreign;
    }

    String main() {
        return main;
    }

    String schema() {
        return schema;
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
