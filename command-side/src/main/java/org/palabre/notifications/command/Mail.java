package org.palabre.notifications.command;

import java.util.Map;
import java.util.UUID;
import org.palabre.accounts.AccountId;

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

    /** Shows the account only, so that no log holds what is personal or secret. */
    @Override
    public String toString() {
        return "Mail[" + accountId + "]";
    }
}
