package org.palabre.accounts.command;

import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** What is said about accounts, in the caller's language. */
@Component
class AccountTexts {

    private final ResourceBundleMessageSource texts = new ResourceBundleMessageSource();

    AccountTexts() {
        texts.setBasename("org/palabre/accounts/command/texts");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
    }

    String resetRequested(Locale locale) {
        return texts.getMessage("reset_requested", null, locale);
    }

    String codeRequested(Locale locale) {
        return texts.getMessage("code_requested", null, locale);
    }
}
