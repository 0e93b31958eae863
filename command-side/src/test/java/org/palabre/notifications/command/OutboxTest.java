package org.palabre.notifications.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.palabre.accounts.AccountCommand.EraseAccount;
import org.palabre.accounts.AccountCommand.LoggedIn;
import org.palabre.accounts.AccountCommand.RegisterAccount;
import org.palabre.accounts.AccountCommand.TellPasswordChanged;
import org.palabre.accounts.AccountId;
import org.palabre.accounts.AccountMail.PasswordNotice;
import org.palabre.accounts.Device;
import org.palabre.accounts.Language;
import org.palabre.accounts.Registration;
import org.palabre.accounts.SessionId;
import org.palabre.handling.OnPostgres;
import org.palabre.shared.Actor;
import org.palabre.shared.Actor.Role;
import org.palabre.shared.Refused;
import org.palabre.web.Commands;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What becomes of mails between the command that asks for them and the mail server. */
@OnPostgres
@Import(OutboxTest.AccountsAndMails.class)
@ExtendWith(OutputCaptureExtension.class)
class OutboxTest {

    @Configuration(proxyBeanMethods = false)
    @ComponentScan({
        "org.palabre.accounts.command",
        "org.palabre.notifications.command",
        "org.palabre.pictures",
        "org.palabre.signing",
        "org.palabre.telephones"
    })
    static class AccountsAndMails {}

    private static final MailServer SERVER = new MailServer();

    @Autowired
    private Commands commands;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private MeterRegistry meters;

    private final AccountId account = AccountId.next();
    private final String person = "somebody-" + UUID.randomUUID();
    private final String email = person + "@example.org";

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry settings) {
        settings.add("spring.mail.host", () -> "127.0.0.1");
        settings.add("spring.mail.port", SERVER::port);
        settings.add("palabre.mail-from", () -> "Palabre <post@palabre.example>");
        settings.add("db-scheduler.polling-interval", () -> "100ms");
    }

    @BeforeEach
    void takeEverything() {
        SERVER.serve();
    }

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @Test
    void mail_goes_out_in_the_language_of_the_account() throws Exception {
        register(Language.EN);

        await().until(() -> received().size() == 1);
        var mail = received().getFirst();
        assertThat(mail.getSubject()).matches("\\d{6} is your Palabre code");
        assertThat(mail.getHeader("Content-Language")).containsExactly("en");
        await().until(() -> waiting() == 0);
    }

    @Test
    void mail_waits_for_a_server_that_is_away(CapturedOutput log) {
        var postponed = count("postponed");
        SERVER.stop();
        register(Language.FR);

        await().until(() -> count("postponed") > postponed + 1);
        assertThat(waiting()).isEqualTo(1);
        assertThat(stored()).contains(account.toString()).doesNotContain(person);
        SERVER.serve();

        await().until(() -> received().size() == 1);
        await().until(() -> waiting() == 0);
        assertThat(log).contains("ConnectException").doesNotContain(person);
    }

    @Test
    void mail_that_is_refused_for_now_is_offered_again(CapturedOutput log) {
        var postponed = count("postponed");
        SERVER.refuse("RCPT", "451 4.7.1 <" + email + ">: come back later");
        register(Language.FR);

        await().until(() -> count("postponed") > postponed);
        SERVER.serve();

        await().until(() -> received().size() == 1);
        assertThat(log).contains("receiver refused with 451 4.7.1").doesNotContain(person);
    }

    @Test
    void mail_that_is_refused_for_good_is_given_up(CapturedOutput log) {
        var undeliverable = count("undeliverable");
        SERVER.refuse("RCPT", "550 5.1.1 <" + email + ">: nobody here");
        register(Language.FR);

        await().until(() -> count("undeliverable") > undeliverable);
        await().until(() -> waiting() == 0);
        assertThat(received()).isEmpty();
        assertThat(log)
                .contains("Mail[" + account + "] is given up: receiver refused with 550 5.1.1")
                .doesNotContain(person);
    }

    @Test
    void a_changed_password_is_told_for_five_days() {
        register(Language.FR);

        assertThat(told(Instant.now().minus(Duration.ofDays(4))).email()).isEqualTo(email);
        assertThat(told(Instant.now().minus(Duration.ofDays(6)))).isNull();
    }

    @Test
    void a_notice_is_the_same_mail_each_time_and_another_one_for_another_change() {
        register(Language.FR);
        var first = Instant.now();
        var second = first.plusSeconds(1);

        assertThat(told(first).mailId()).isEqualTo(told(first).mailId());
        assertThat(told(first).mailId()).isNotEqualTo(told(second).mailId());
    }

    @Test
    void an_erased_person_is_told_nothing() {
        register(Language.FR);
        commands.sendAs(admin(), new EraseAccount(account));

        assertThat(told(Instant.now())).isNull();
    }

    @Test
    void only_the_platform_asks_for_notices() {
        register(Language.FR);

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> commands.sendAs(
                        admin(), new TellPasswordChanged(account, Instant.now()), PasswordNotice.class));
    }

    private void register(Language language) {
        commands.sendAs(
                new Actor.Platform(),
                new RegisterAccount(
                        account,
                        new Registration(email, "Some", "Body", null, null, language, "a hash"),
                        false,
                        SessionId.next(),
                        new Device("192.0.2.1", null)),
                LoggedIn.class);
    }

    private PasswordNotice told(Instant changedAt) {
        return commands.sendAs(new Actor.Platform(), new TellPasswordChanged(account, changedAt), PasswordNotice.class);
    }

    private List<MimeMessage> received() {
        return SERVER.received().stream().filter(this::isForThePerson).toList();
    }

    private boolean isForThePerson(MimeMessage mail) {
        try {
            return Arrays.asList(mail.getAllRecipients()).contains(new InternetAddress(email));
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private double count(String outcome) {
        return meters.counter("palabre.mails", "outcome", outcome).count();
    }

    /** How many codes are still to be sent to the person. */
    private long waiting() {
        return stored().lines()
                .filter(task -> task.contains(account.toString()))
                .count();
    }

    /** What is stored of all that is to happen later, a line each. */
    private String stored() {
        return String.join(
                "\n",
                jdbc.queryForList(
                        "select concat_ws(' ', task_instance, convert_from(task_data, 'UTF8')) from scheduled_tasks",
                        String.class));
    }

    private static Actor admin() {
        return new Actor.Account(UUID.randomUUID(), UUID.randomUUID(), true, Set.of(Role.ADMIN));
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofMinutes(1));
    }
}
