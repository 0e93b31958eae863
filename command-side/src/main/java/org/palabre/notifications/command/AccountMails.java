package org.palabre.notifications.command;

import java.util.Locale;
import java.util.Map;
import org.palabre.accounts.CodeMail;
import org.palabre.deadlines.Errand;
import org.springframework.stereotype.Component;

/** Mails about an account. */
@Component
class AccountMails implements Errand<CodeMail> {

    private final Mailer mailer;
    private final MailTexts texts;

    AccountMails(Mailer mailer, MailTexts texts) {
        this.mailer = mailer;
        this.texts = texts;
    }

    @Override
    public Class<CodeMail> task() {
        return CodeMail.class;
    }

    @Override
    public void run(CodeMail mail) {
        var locale = mail.language().locale();
        var about = "code." + mail.purpose().name().toLowerCase(Locale.ROOT);
        var greeting = texts.text(about + ".greeting", locale);
        var life = texts.text("code.life", locale, mail.life().toMinutes());
        var notYou = texts.text("code.not_you", locale);
        mailer.deliver(new Mail(
                mail.email(),
                texts.text(about + ".subject", locale, mail.code()),
                String.join("\n\n", greeting, "    " + mail.code(), life, notYou) + "\n",
                html(locale.getLanguage(), greeting, mail.code(), life, notYou),
                // nobody reads the answers of machines (RFC 3834, 5)
                Map.of("Auto-Submitted", "auto-generated", "Content-Language", locale.getLanguage())));
    }

    private static String html(String language, String greeting, String code, String life, String notYou) {
        return """
                <!doctype html>
                <html lang="%s">
                <body style="margin:0;padding:24px;font-family:sans-serif;color:#222;background:#f6f4ef">
                  <div style="max-width:480px;margin:auto;padding:24px;background:#fff;border-radius:8px">
                    <p>%s</p>
                    <p style="font-size:32px;font-weight:bold;letter-spacing:6px;text-align:center">%s</p>
                    <p>%s</p>
                    <p style="color:#666">%s</p>
                  </div>
                </body>
                </html>
                """.formatted(language, greeting, code, life, notYou);
    }
}
