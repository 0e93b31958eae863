package org.palabre.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.palabre.shared.DescriptionQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The side that this process is not, by its own description. It is asked for it again every ten seconds at most; while it
 * is away, what it said last holds.
 */
public class OtherSide {

    private static final Logger LOG = LoggerFactory.getLogger(OtherSide.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long GOOD_FOR = Duration.ofSeconds(10).toNanos();

    /**
     * What it said.
     *
     * @param description an OpenAPI document
     * @param methods of each path in it, in upper case
     * @param until when that is as good as new, in nanoseconds of this process
     */
    private record Said(String description, Map<PathPattern, List<String>> methods, long until) {

        Said(String description, long until) {
            this(description, methods(JSON.readTree(description).path("paths")), until);
        }

        private static Map<PathPattern, List<String>> methods(JsonNode paths) {
            return paths.properties().stream()
                    .collect(Collectors.toMap(
                            path -> PathPatternParser.defaultInstance.parse(path.getKey()),
                            path -> path.getValue().propertyNames().stream()
                                    .map(method -> method.toUpperCase(Locale.ROOT))
                                    .toList()));
        }

        Said until(long later) {
            return new Said(description, methods, later);
        }
    }

    private final Queries queries;
    private final DescriptionQuery question;
    private final LongSupplier nanoTime;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile Said said;

    /**
     * @param question that the other side answers
     */
    public OtherSide(Queries queries, DescriptionQuery question) {
        this(queries, question, System::nanoTime);
    }

    OtherSide(Queries queries, DescriptionQuery question, LongSupplier nanoTime) {
        this.queries = queries;
        this.question = question;
        this.nanoTime = nanoTime;
        this.said = new Said("{}", nanoTime.getAsLong());
    }

    /** The calls that it serves: an OpenAPI document, an empty one if it has never been heard. */
    String description() {
        return said().description();
    }

    /** By which methods it serves the address that is asked for. */
    Collection<String> methods(HttpServletRequest request) {
        var path = ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication();
        return said().methods().entrySet().stream()
                .filter(known -> known.getKey().matches(path))
                .flatMap(known -> known.getValue().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** One asks, and meanwhile the others make do with what was said last. */
    private Said said() {
        var now = nanoTime.getAsLong();
        if (now - said.until() >= 0 && asking.tryLock()) {
            try {
                said = new Said(queries.answer(question, String.class), now + GOOD_FOR);
            } catch (RuntimeException failure) {
                LOG.warn("The other side does not say what it serves: {}", failure.toString());
                said = said.until(now + GOOD_FOR);
            } finally {
                asking.unlock();
            }
        }
        return said;
    }
}
