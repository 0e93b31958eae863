package org.palabre.proofs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * Collects the experiments of a run into one table, printed when the last of them is over and kept in
 * {@code target/proofs.md}. A test becomes one by taking a {@link Proof}; its name is the experiment's.
 */
public final class Report implements ParameterResolver, TestWatcher {

    private static final Namespace HERE = Namespace.create(Report.class);
    private static final int LONGEST_REASON = 300;

    /** All the rows of a run, published with the root of its store. */
    private record Table(List<Proof.Row> rows) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            var text = new StringBuilder("# Proofs\n\n%s · %s\n\n`%s`\n\n".formatted(now(), machine(), command()));
            text.append("| experiment | what was done | seed | verdict |\n|---|---|---|---|\n");
            rows.forEach(row -> text.append(row.markdown()).append('\n'));
            Files.writeString(Files.createDirectories(Path.of("target")).resolve("proofs.md"), text);
            System.out.println("\n" + text);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Proof.class;
    }

    @Override
    public Proof resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(HERE)
                .computeIfAbsent(Proof.class, _ -> new Proof(sentence(context.getDisplayName())), Proof.class);
    }

    @Override
    public void testSuccessful(ExtensionContext context) {
        add(context, "holds");
    }

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        add(context, "**BROKEN**: " + reason(cause));
    }

    @Override
    public void testAborted(ExtensionContext context, Throwable cause) {
        add(context, "skipped: " + reason(cause));
    }

    @Override
    public void testDisabled(ExtensionContext context, Optional<String> reason) {
        rows(context)
                .add(new Proof(sentence(context.getDisplayName())).judged("skipped: " + reason.orElse("disabled")));
    }

    private static void add(ExtensionContext context, String verdict) {
        Optional.ofNullable(context.getStore(HERE).get(Proof.class, Proof.class))
                .ifPresent(proof -> rows(context).add(proof.judged(verdict)));
    }

    private static List<Proof.Row> rows(ExtensionContext context) {
        return context.getRoot()
                .getStore(HERE)
                .computeIfAbsent(Table.class, _ -> new Table(new CopyOnWriteArrayList<>()), Table.class)
                .rows();
    }

    private static String reason(Throwable cause) {
        var words =
                Optional.ofNullable(cause.getMessage()).orElse(cause.toString()).strip();
        return words.substring(0, Math.min(words.length(), LONGEST_REASON));
    }

    /** {@code a_test_is_a_sentence(Proof)} is a sentence. */
    private static String sentence(String name) {
        var words = name.replaceFirst("\\(.*\\)$", "").replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String now() {
        return OffsetDateTime.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String machine() {
        return "%s %s, %d processors, %d MiB for the tests, Java %s"
                .formatted(
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.getRuntime().maxMemory() >> 20,
                        Runtime.version());
    }

    private static String command() {
        return ("mvn "
                + Optional.ofNullable(System.getenv("MAVEN_CMD_LINE_ARGS"))
                        .orElse("verify")
                        .strip());
    }
}
