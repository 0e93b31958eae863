package org.palabre.sockets;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Words refusals as HTTP does, in the language that was asked for as a socket was opened. */
record Wording(Locale language) {

    private static final MessageSource TEXTS = texts();

    String detail(String code) {
        return TEXTS.getMessage(code + ".detail", null, language);
    }

    private static MessageSource texts() {
        var texts = new ResourceBundleMessageSource();
        texts.setBasename("problems");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        return texts;
    }
}
