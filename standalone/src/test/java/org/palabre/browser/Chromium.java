package org.palabre.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.palabre.platform.Patience;

/** The Chromium of the system. */
final class Chromium implements AutoCloseable {

    private static final Path EXECUTABLE =
            Path.of(Optional.ofNullable(System.getenv("CHROMIUM")).orElse("/usr/bin/chromium"));
    private static final long PATIENCE = Patience.LONGEST.toMillis();
    private static final List<String> QUIETLY = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setTimeout(PATIENCE)
                        .setExecutablePath(EXECUTABLE)
                        .setArgs(QUIETLY));
    }

    static boolean isInstalled() {
        return Files.isExecutable(EXECUTABLE);
    }

    static Chromium start() {
        return new Chromium();
    }

    /** Somebody with a browser of their own: storage, tabs and language are shared with nobody. */
    Visitor visitor(String origin, String language) {
        var context = browser.newContext(
                new Browser.NewContextOptions().setBaseURL(origin).setLocale(language));
        context.setDefaultTimeout(PATIENCE);
        return new Visitor(context);
    }

    @Override
    public void close() {
        playwright.close();
    }
}
