package org.palabre.accounts.command.imports;

import static org.palabre.accounts.AccountRefusal.EMAIL_TAKEN;
import static org.palabre.accounts.AccountRefusal.TELEPHONE_TAKEN;
import static org.palabre.accounts.AccountRefusal.USERNAME_TAKEN;

import jakarta.validation.Validator;
import java.util.Locale;
import java.util.stream.Gatherers;
import org.palabre.accounts.command.imports.Judged.Good;
import org.palabre.accounts.command.imports.Outcome.Bad;
import org.palabre.accounts.command.imports.Outcome.Imported;
import org.palabre.accounts.command.imports.Outcome.ThereAlready;
import org.palabre.console.Console;
import org.palabre.shared.Actor;
import org.palabre.shared.Refused;
import org.palabre.telephones.Telephones;
import org.palabre.web.Commands;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Takes the accounts of a file in, many at once, each whole or not at all: whoever's e-mail is there is in already, so that
 * an import that was interrupted can be run again.
 */
@Component
class AccountImport {

    private static final int AT_ONCE = 16;

    private final Commands commands;
    private final Validator validator;
    private final Telephones telephones;

    AccountImport(Commands commands, Validator validator, Telephones telephones) {
        this.commands = commands;
        this.validator = validator;
        this.telephones = telephones;
    }

    Tally take(AccountFile file, Console console) {
        var judge = new RowJudge(validator, telephones);
        var tally = new Tally(console, file.count());
        // the console speaks English, and so does the judge
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        try {
            return file.read(rows -> {
                rows.map(judge::judge)
                        .gather(Gatherers.mapConcurrent(AT_ONCE, this::take))
                        .forEach(tally::add);
                return tally;
            });
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }

    private Outcome take(Judged judged) {
        return switch (judged) {
            case Bad bad -> bad;
            case Good good -> take(good);
        };
    }

    private Outcome take(Good good) {
        try {
            commands.sendAs(new Actor.Platform(), good.command());
            return new Imported();
        } catch (Refused refused) {
            if (refused.is(EMAIL_TAKEN)) {
                return new ThereAlready();
            }
            if (refused.is(USERNAME_TAKEN)) {
                return new Bad(good.line(), "username is somebody else's");
            }
            if (refused.is(TELEPHONE_TAKEN)) {
                return new Bad(good.line(), "telephone is somebody else's");
            }
            throw refused;
        }
    }
}
