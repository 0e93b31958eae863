package org.palabre.accounts;

import java.util.Locale;

/** What the platform speaks with a person. */
public enum Language {
    FR,
    EN;

    /** English for those who ask for it, otherwise French. */
    public static Language of(Locale locale) {
        return locale.getLanguage().equals("en") ? EN : FR;
    }

    public Locale locale() {
        return Locale.of(name().toLowerCase(Locale.ROOT));
    }
}
