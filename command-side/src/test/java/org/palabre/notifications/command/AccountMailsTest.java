package org.palabre.notifications.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.palabre.accounts.AccountId;
import org.palabre.accounts.AccountMail;
import org.palabre.accounts.AccountMail.OneTimeCode;
import org.palabre.accounts.AccountMail.PasswordNotice;
import org.palabre.accounts.CodePurpose;
import org.palabre.accounts.Language;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What mails about accounts say. */
class AccountMailsTest {

    private static final Instant CHANGED_AT = Instant.parse("2026-11-21T17:50:23Z");

    private final List<Mail> delivered = new ArrayList<>();
    private final AccountMails mails = new AccountMails(
            new Postman(delivered::add, new SimpleMeterRegistry()), new MailTemplates("https://palabre.example"));

    static Stream<AccountMail> every() {
        return Stream.of(Language.values())
                .flatMap(language -> Stream.concat(
                        Stream.of(CodePurpose.values()).map(purpose -> code(language, purpose, "123456", 10)),
                        Stream.of(notice(language))));
    }

    @ParameterizedTest
    @MethodSource("every")
    void says_the_same_in_both_parts_with_all_its_words(AccountMail asked) {
        var mail = written(asked);

        assertThat(mail.to()).isEqualTo("ada@example.org");
        assertThat(mail.accountId()).isEqualTo(asked.accountId());
        assertThat(mail.id()).isEqualTo(asked.mailId());
        assertThat(mail.subject()).isNotBlank().doesNotContain("??");
        assertThat(mail.text()).doesNotContain("??").doesNotContain(mail.subject());
        assertThat(mail.html())
                .startsWith("<!doctype html>")
                .contains("<html lang=\"" + asked.language().locale() + "\">")
                .contains("<title>" + mail.subject() + "</title>")
                .doesNotContain("??")
                .doesNotContain(" th:", "<th:");
        for (var line :
                mail.text().lines().filter(line -> !line.startsWith("-- ")).toList()) {
            assertThat(mail.html()).contains(line.strip().replace("Palabre · ", ""));
        }
    }

    @Test
    void speaks_the_language_of_the_account() {
        var french = written(code(Language.FR, CodePurpose.PROOF, "123456", 10));
        var english = written(code(Language.EN, CodePurpose.PROOF, "123456", 10));

        assertThat(french.subject()).isEqualTo("123456 est votre code Palabre");
        assertThat(french.text()).contains("Voici le code qui confirme votre adresse", "\n    123456\n", "10 minutes");
        assertThat(french.headers())
                .containsEntry("Content-Language", "fr")
                .containsEntry("Auto-Submitted", "auto-generated");
        assertThat(english.subject()).isEqualTo("123456 is your Palabre code");
        assertThat(english.text()).contains("This code confirms your address", "\n    123456\n", "10 minutes");
        assertThat(english.headers()).containsEntry("Content-Language", "en");
    }

    @Test
    void a_code_says_what_it_is_for() {
        assertThat(written(code(Language.EN, CodePurpose.RESET, "123456", 10)).text())
                .contains("choose a new password");
    }

    @Test
    void one_minute_is_one() {
        assertThat(written(code(Language.FR, CodePurpose.PROOF, "123456", 1)).text())
                .contains("pendant une minute.");
        assertThat(written(code(Language.FR, CodePurpose.PROOF, "123456", 0)).text())
                .contains("pendant moins d’une minute.");
        assertThat(written(code(Language.EN, CodePurpose.PROOF, "123456", 1)).text())
                .contains("for one minute.");
    }

    @Test
    void a_changed_password_is_told_with_its_time() {
        assertThat(written(notice(Language.FR)).text()).contains("a été changé le 21 novembre 2026 à 17:50 (UTC)");
        assertThat(written(notice(Language.EN)).text()).contains("was changed on November 21, 2026 at 17:50 (UTC)");
    }

    @Test
    void what_is_filled_in_is_escaped_in_html_and_nowhere_else() {
        var mail = written(code(Language.FR, CodePurpose.PROOF, "<b>x</b>", 10));

        assertThat(mail.html()).contains("&lt;b&gt;x&lt;/b&gt;").doesNotContain("<b>");
        assertThat(mail.text()).contains("    <b>x</b>");
        assertThat(mail.subject()).isEqualTo("<b>x</b> est votre code Palabre");
    }

    @Test
    void no_template_asks_for_html_that_is_not_escaped_or_for_anything_from_elsewhere() throws IOException {
        var templates = new PathMatchingResourcePatternResolver()
                .getResources("classpath*:org/palabre/notifications/command/mails/*.html");

        assertThat(templates).isNotEmpty();
        for (var template : templates) {
            assertThat(template.getContentAsString(UTF_8))
                    .doesNotContain("utext", "[(", "<img", "<script", "url(", "src=");
        }
    }

    @ParameterizedTest
    @EnumSource
    void each_language_has_the_same_words(Language language) throws IOException {
        assertThat(words("_" + language.locale().getLanguage()).stringPropertyNames())
                .isEqualTo(words("").stringPropertyNames());
    }

    private Mail written(AccountMail mail) {
        mails.run(mail);
        return delivered.getLast();
    }

    private static OneTimeCode code(Language language, CodePurpose purpose, String code, int minutes) {
        return new OneTimeCode(
                UUID.randomUUID(),
                AccountId.next(),
                "ada@example.org",
                language,
                purpose,
                code,
                Duration.ofMinutes(minutes));
    }

    private static PasswordNotice notice(Language language) {
        return new PasswordNotice(UUID.randomUUID(), AccountId.next(), "ada@example.org", language, CHANGED_AT);
    }

    private static Properties words(String language) throws IOException {
        var words = new Properties();
        try (var file = AccountMails.class.getResourceAsStream(
                "mails%s.properties".formatted(language.equals("_fr") ? "" : language))) {
            words.load(file);
        }
        return words;
    }
}
