package org.palabre.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** Somebody in front of a page, who clicks and types by what can be read there. */
final class Visitor {

    private static final Pattern CODE = Pattern.compile("\\d{6}");
    private static final Pattern SOMETHING = Pattern.compile("\\S");
    private static final int MANY_STEPS = 30;

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    Visitor(BrowserContext context) {
        this.context = context;
        context.onConsoleMessage(this::hear);
        context.onWebError(failure -> complaints.add(failure.error()));
        page = context.newPage();
    }

    Visitor opens(String path) {
        page.navigate(path);
        return this;
    }

    Visitor reloads() {
        page.reload();
        return this;
    }

    Visitor clicks(String button) {
        button(button).click();
        return this;
    }

    Visitor follows(String link) {
        page.getByRole(AriaRole.LINK, exactly(link)).first().click();
        return this;
    }

    Visitor fills(String label, String text) {
        field(label).fill(text);
        return this;
    }

    Visitor sees(String text) {
        assertThat(page.locator("body")).containsText(text);
        return this;
    }

    /** At this path, with nothing behind it and something to read: who leaves before would be missed by what is fetched. */
    Visitor isAt(String path) {
        page.waitForURL(address -> address.endsWith(path));
        assertThat(page.locator("body")).containsText(SOMETHING, new ContainsTextOptions().setUseInnerText(true));
        return this;
    }

    /** Goes on with the tabulator until the focus is there, where it can be seen. */
    Visitor tabsTo(Locator there) {
        for (int steps = 0; steps < MANY_STEPS && !hasFocus(there); steps++) {
            page.keyboard().press("Tab");
        }
        assertThat(there).isFocused();
        assertThat(there).not().hasCSS("outline-style", "none");
        return this;
    }

    Visitor types(String text) {
        page.keyboard().type(text);
        return this;
    }

    Visitor presses(String key) {
        page.keyboard().press(key);
        return this;
    }

    /** What this button has the browser keep. */
    Path downloads(String button) {
        return page.waitForDownload(() -> clicks(button)).path();
    }

    /** The code in the newest of so many mails to this address, as the local mailbox shows them. */
    String readsCode(String email, int mails) {
        opens("/mailbox?to=" + email);
        assertThat(find("summary")).hasCount(mails);
        find("summary").first().click();
        assertThat(find("pre")).containsText(CODE);
        return CODE.matcher(find("pre").innerText())
                .results()
                .findFirst()
                .orElseThrow()
                .group();
    }

    Visitor speaks(String language) {
        assertThat(page.locator("html")).hasAttribute("lang", language);
        return this;
    }

    /** From here on, a page that loads anew gives itself away. */
    void stays() {
        page.evaluate("window.stayed = true");
    }

    Visitor hasStayed() {
        assertThat(page.evaluate("window.stayed")).as(page.url()).isEqualTo(true);
        return this;
    }

    /** From here on, the window is as narrow as a phone. */
    Visitor holdsAPhone() {
        page.setViewportSize(360, 740);
        return this;
    }

    /** From the next page on, whatever camera a page opens films this picture, a PNG. The first look at it fails. */
    Visitor holdsBeforeTheCamera(byte[] picture) {
        page.addInitScript("""
                const held = new Image();
                held.src = 'data:image/png;base64,%s';
                navigator.mediaDevices.getUserMedia = async () => {
                  await held.decode();
                  const canvas = Object.assign(document.createElement('canvas'), { width: 1280, height: 720 });
                  const context = canvas.getContext('2d');
                  context.fillStyle = 'gray';
                  // a canvas is filmed only while somebody draws
                  setInterval(() => {
                    context.fillRect(0, 0, canvas.width, canvas.height);
                    context.drawImage(held, 400, 150, 400, 400);
                  }, 50);
                  return canvas.captureStream();
                };
                let looks = 0;
                const draw = CanvasRenderingContext2D.prototype.drawImage;
                CanvasRenderingContext2D.prototype.drawImage = function (picture, ...where) {
                  if (picture instanceof HTMLVideoElement && !looks++) throw new DOMException('Not yet', 'InvalidStateError');
                  draw.call(this, picture, ...where);
                };
                """.formatted(Base64.getEncoder().encodeToString(picture)));
        return this;
    }

    /** From the next page on, its browser reads pictures itself, and always this. The first look fails. */
    Visitor hasABrowserThatReads(String text) {
        page.addInitScript("""
                globalThis.BarcodeDetector = class {
                  static getSupportedFormats = async () => ['qr_code'];
                  #looks = 0;
                  async detect(video) {
                    if (!this.#looks++) throw new DOMException('Not yet', 'InvalidStateError');
                    return video.videoWidth ? [{ rawValue: '%s' }] : [];
                  }
                };
                """.formatted(text));
        return this;
    }

    /** As narrow as a phone, the page does not scroll sideways. */
    Visitor fitsAPhone() {
        var before = page.viewportSize();
        holdsAPhone();
        assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("what does not fit into 360 pixels at %s", page.url())
                .isEqualTo(0);
        page.setViewportSize(before.width, before.height);
        return this;
    }

    Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, exactly(name));
    }

    Locator find(String selector) {
        return page.locator(selector);
    }

    void hasNoComplaint() {
        assertThat(complaints).isEmpty();
    }

    void leaves() {
        context.close();
    }

    private static boolean hasFocus(Locator there) {
        return (boolean) there.evaluate("element => element === document.activeElement");
    }

    private static Page.GetByRoleOptions exactly(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    /** That a call was refused, a browser says by itself. What a page makes of it, it shows. */
    private void hear(ConsoleMessage message) {
        var refusedCall = message.text().startsWith("Failed to load resource")
                && message.location().contains("/api/");
        if (List.of("error", "warning").contains(message.type()) && !refusedCall) {
            complaints.add(message.text() + " " + message.location());
        }
    }
}
