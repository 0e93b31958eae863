package org.palabre.notifications.command;

import java.util.Map;
import java.util.UUID;
import org.palabre.accounts.AccountId;
import org.palabre.accounts.Addressee;

/**
 * A message to one person.
 *
 * @param id the same however often it is delivered
 * @param accountId whom it is about
 * @param text the whole message without markup
 * @param html the same with markup
 * @param headers further header fields by name
 */
public record Mail(
        UUID id,
        AccountId accountId,
        String to,
        String subject,
        String text,
        String html,
        Map<String, String> headers) {

    public Mail {
        headers = Map.copyOf(headers);
    }

    /** A letter of the platform itself. */
    static Mail of(UUID id, Addressee to, Letter letter) {
        return new Mail(
                id,
                to.accountId(),
                to.email(),
                letter.subject(),
                letter.text(),
                letter.html(),
                // nobody reads the answers of machines (RFC 3834, 5)
                Map.of(
                        "Auto-Submitted",
                        "auto-generated",
                        "Content-Language",
                        to.language().locale().getLanguage()));
    }

    /** Shows the account only, so that no log holds what is personal or secret. */
    @Override
    public String toString() {
        return "Mail[" + accountId + "]";
    }
}
