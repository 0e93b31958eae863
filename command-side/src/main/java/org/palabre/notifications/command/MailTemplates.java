package org.palabre.notifications.command;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * The templates of mails. Each is a pair: a text, whose first line is the subject, and HTML in the layout that all share.
 * Both take their words from {@code mails.properties}; in HTML, whatever is filled in is escaped.
 */
@Component
class MailTemplates {

    private static final String FOLDER = "org/palabre/notifications/command/";

    private final SpringTemplateEngine engine = new SpringTemplateEngine();
    private final String platform;

    MailTemplates(@Value("${palabre.public-url}") String platform) {
        this.platform = platform;
        engine.setTemplateEngineMessageSource(words());
        engine.addTemplateResolver(templates(TemplateMode.TEXT, "*.txt"));
        engine.addTemplateResolver(templates(TemplateMode.HTML, "*.html"));
    }

    /** Fills in what this mail has of its own. */
    Letter write(String name, Locale locale, Map<String, Object> values) {
        var context = new Context(locale, new HashMap<>(values));
        context.setVariable("platform", platform);
        var text = engine.process(name + ".txt", context).lines().toList();
        context.setVariable("subject", text.getFirst());
        return new Letter(
                text.getFirst(),
                String.join("\n", text.subList(1, text.size())).strip() + "\n",
                engine.process(name + ".html", context));
    }

    private static ResourceBundleMessageSource words() {
        var words = new ResourceBundleMessageSource();
        words.setBasename(FOLDER + "mails");
        words.setDefaultEncoding(StandardCharsets.UTF_8.name());
        words.setFallbackToSystemLocale(false);
        words.setAlwaysUseMessageFormat(true);
        return words;
    }

    private static ClassLoaderTemplateResolver templates(TemplateMode mode, String names) {
        var templates = new ClassLoaderTemplateResolver(MailTemplates.class.getClassLoader());
        templates.setPrefix(FOLDER + "mails/");
        templates.setResolvablePatterns(Set.of(names));
        templates.setTemplateMode(mode);
        templates.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return templates;
    }
}
