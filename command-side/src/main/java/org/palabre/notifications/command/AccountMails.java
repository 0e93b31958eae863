package org.palabre.notifications.command;

import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.palabre.accounts.AccountMail;
import org.palabre.accounts.AccountMail.OneTimeCode;
import org.palabre.accounts.AccountMail.PasswordNotice;
import org.palabre.accounts.Addressee;
import org.palabre.deadlines.Errand;
import org.springframework.stereotype.Component;

/** Mails about an account, in the account's language. */
@Component
class AccountMails implements Errand<AccountMail> {

    private final Postman postman;
    private final MailTemplates templates;

    AccountMails(Postman postman, MailTemplates templates) {
        this.postman = postman;
        this.templates = templates;
    }

    @Override
    public Class<AccountMail> task() {
        return AccountMail.class;
    }

    @Override
    public void run(AccountMail mail) {
        var owner = new Addressee(mail.accountId(), mail.email(), mail.language());
        postman.deliver(
                Mail.of(mail.mailId(), owner, write(mail, mail.language().locale())));
    }

    private Letter write(AccountMail mail, Locale locale) {
        return switch (mail) {
            case OneTimeCode code ->
                templates.write(
                        "code",
                        locale,
                        Map.of(
                                "purpose", code.purpose().name().toLowerCase(Locale.ROOT),
                                "code", code.code(),
                                "minutes", code.life().toMinutes()));
            case PasswordNotice notice ->
                templates.write(
                        "password",
                        locale,
                        Map.of("changedAt", notice.changedAt().atOffset(ZoneOffset.UTC)));
        };
    }
}
