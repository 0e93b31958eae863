package org.palabre.notifications.command;

import java.util.Map;

/**
 * A message to one person.
 *
 * @param text the whole message without markup
 * @param html the same with markup
 * @param headers further header fields by name
 */
public record Mail(String to, String subject, String text, String html, Map<String, String> headers) {

    public Mail {
        headers = Map.copyOf(headers);
    }

    /** Shows nothing, so that no log holds what is personal or secret. */
    @Override
    public String toString() {
        return "Mail";
    }
}
