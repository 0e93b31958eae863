package org.palabre.notifications.command;

import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** The words of mails, in the language of their receivers. */
@Component
class MailTexts {

    private final ResourceBundleMessageSource texts = new ResourceBundleMessageSource();

    MailTexts() {
        texts.setBasename("org/palabre/notifications/command/mails");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        texts.setAlwaysUseMessageFormat(true);
    }

    String text(String key, Locale locale, Object... arguments) {
        return texts.getMessage(key, arguments, locale);
    }
}
