package org.palabre.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.palabre.platform.Fair.Person;
import org.springframework.util.FileSystemUtils;

/**
 * Gives tests that leave it as they found it a platform, its fair and its admin: the same for all of them in a run. A
 * subclass stands for another one, whose tests keep to themselves; only one is there at a time.
 */
public class OnePlatform implements ParameterResolver {

    public static final String ORIGIN = "https://fair.example.org";
    public static final String FRIEND = "https://friend.example.org";

    private static final Map<String, String> SETTINGS = Map.of(
            "PALABRE_PUBLIC_URL", ORIGIN,
            "PALABRE_ALLOWED_ORIGINS", FRIEND,
            "PALABRE_CODE_PAUSE", "PT0S");

    /** Stopped when another one is asked for, or with everything in its store when the last test is over. */
    private record Running(Class<?> name, Platform platform, Person admin) implements AutoCloseable {

        static Running start(Class<?> name, Map<String, String> settings) {
            try {
                var platform = Platform.start(Files.createTempDirectory("palabre"), settings);
                return new Running(name, platform, platform.admin());
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        @Override
        public void close() {
            platform.close();
            try {
                FileSystemUtils.deleteRecursively(platform.home());
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == Platform.class || type == Fair.class || type == Person.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var running = running(context.getRoot().getStore(Namespace.create(OnePlatform.class)));
        var type = parameter.getParameter().getType();
        if (type == Person.class) {
            return running.admin();
        }
        return type == Fair.class ? running.platform().fair() : running.platform();
    }

    /**
     * What it is started with.
     *
     * @param store of the run, which closes what it keeps
     */
    protected Map<String, String> settings(@SuppressWarnings("unused") Store store) {
        return SETTINGS;
    }

    private Running running(Store store) {
        return Optional.ofNullable(store.get(Running.class, Running.class))
                .filter(running -> running.name() == getClass())
                .orElseGet(() -> {
                    Optional.ofNullable(store.remove(Running.class, Running.class))
                            .ifPresent(Running::close);
                    var next = Running.start(getClass(), settings(store));
                    store.put(Running.class, next);
                    return next;
                });
    }
}
