package org.palabre.notifications.command;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.palabre.accounts.AccountCommand.AddressOwner;
import org.palabre.accounts.AccountId;
import org.palabre.accounts.Addressee;
import org.palabre.notifications.Channel;
import org.palabre.notifications.NotificationQuery.FindPreferences;
import org.palabre.notifications.NotificationQuery.PreferencesView;
import org.palabre.notifications.NotificationType;
import org.palabre.shared.Actor;
import org.palabre.shared.Ids;
import org.palabre.web.Commands;
import org.palabre.web.Queries;
import org.springframework.stereotype.Component;

/** Writes to people what has happened, if they want to know it by mail. */
@Component
class Correspondence {

    private final Commands commands;
    private final Queries queries;
    private final MailTemplates templates;
    private final Postman postman;

    Correspondence(Commands commands, Queries queries, MailTemplates templates, Postman postman) {
        this.commands = commands;
        this.queries = queries;
        this.templates = templates;
        this.postman = postman;
    }

    /**
     * Writes to somebody, with the template that is called as the type, unless they are gone or do not want it.
     *
     * @param happening the same however often it is told
     * @param values what the template is filled in with, in a language
     */
    void write(AccountId reader, NotificationType type, UUID happening, Function<Locale, Map<String, Object>> values) {
        write(reader, type, type.name().toLowerCase(Locale.ROOT), happening, values);
    }

    /** The same with a template that several types share. */
    void write(
            AccountId reader,
            NotificationType type,
            String template,
            UUID happening,
            Function<Locale, Map<String, Object>> values) {
        if (wantsMail(reader, type)) {
            addressee(reader).ifPresent(to -> {
                var locale = to.language().locale();
                var letter = templates.write(template, locale, values.apply(locale));
                postman.deliver(Mail.of(Ids.derived(type.name(), happening), to, letter));
            });
        }
    }

    private boolean wantsMail(AccountId reader, NotificationType type) {
        return queries.answer(new FindPreferences(reader), PreferencesView.class)
                .wants(type, Channel.EMAIL);
    }

    private Optional<Addressee> addressee(AccountId reader) {
        return Optional.ofNullable(commands.sendAs(new Actor.Platform(), new AddressOwner(reader), Addressee.class));
    }
}
