package org.palabre.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.palabre.platform.Fair;
import org.palabre.platform.Fair.Person;
import org.palabre.platform.Platform;
import org.springframework.util.FileSystemUtils;

/** Gives tests that leave it as they found it a platform, its fair and its admin: the same for all of them in a run. */
public final class OnePlatform implements ParameterResolver {

    public static final String ORIGIN = "https://fair.example.org";
    public static final String FRIEND = "https://friend.example.org";

    /** Stopped with everything in its store when the last test is over. */
    private record Running(Platform platform, Person admin) implements AutoCloseable {

        static Running start() {
            try {
                var platform = Platform.start(
                        Files.createTempDirectory("palabre"),
                        Map.of(
                                "PALABRE_PUBLIC_URL", ORIGIN,
                                "PALABRE_ALLOWED_ORIGINS", FRIEND,
                                "PALABRE_CODE_PAUSE", "PT0S"));
                return new Running(platform, platform.admin());
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        @Override
        public void close() throws IOException {
            platform.close();
            FileSystemUtils.deleteRecursively(platform.home());
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == Platform.class || type == Fair.class || type == Person.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var running = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(OnePlatform.class))
                .computeIfAbsent(Running.class, _ -> Running.start(), Running.class);
        var type = parameter.getParameter().getType();
        if (type == Person.class) {
            return running.admin();
        }
        return type == Fair.class ? running.platform().fair() : running.platform();
    }
}
