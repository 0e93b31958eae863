package org.palabre.notifications.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.palabre.accounts.AccountId;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class SmtpMailerTest {

    private static final String RECEIVER = "ada@example.org";

    private final MailServer server = new MailServer();
    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();
    private final SmtpMailer mailer;

    SmtpMailerTest() throws AddressException {
        sender.setHost("127.0.0.1");
        sender.setPort(server.port());
        mailer = new SmtpMailer(sender, "Palabré <post@palabre.example>");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_mail_arrives_whole() throws Exception {
        var mail = mail(RECEIVER);

        mailer.deliver(mail);

        var received = server.received().getFirst();
        assertThat(received.getFrom()).containsExactly(new InternetAddress("post@palabre.example", "Palabré", "UTF-8"));
        assertThat(received.getAllRecipients()).containsExactly(new InternetAddress(RECEIVER));
        assertThat(received.getSubject()).isEqualTo("Déjà vu");
        assertThat(received.getMessageID()).isEqualTo("<%s@palabre.example>".formatted(mail.id()));
        assertThat(received.getSentDate()).isNotNull();
        assertThat(received.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(received.getHeader("Content-Language")).containsExactly("fr");
    }

    @Test
    void readers_choose_between_a_text_and_html() throws Exception {
        mailer.deliver(mail(RECEIVER));

        var alternatives = only(server.received().getFirst(), "multipart/alternative");
        var parts = parts(alternatives);
        assertThat(parts).hasSize(2);
        assertThat(parts.getFirst().isMimeType("text/plain")).isTrue();
        assertThat(parts.getFirst().getContent().toString().strip()).isEqualTo("Le texte : été");
        assertThat(parts.getLast().isMimeType("text/html")).isTrue();
        assertThat(parts.getLast().getContent().toString().strip()).isEqualTo("<p>Le texte : été</p>");
    }

    @Test
    void a_mail_that_is_delivered_twice_can_be_told() throws Exception {
        var mail = mail(RECEIVER);

        mailer.deliver(mail);
        mailer.deliver(mail);

        assertThat(server.received()).hasSize(2);
        assertThat(server.received().getFirst().getMessageID())
                .isEqualTo(server.received().getLast().getMessageID());
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 5.1.1 <ada@example.org>: nobody here, receiver refused with 550 5.1.1",
        "RCPT, 553 no such mailbox: ada@example.org,     receiver refused with 553",
        "DATA, 554 5.7.1 ada@example.org wants no such mail, content refused with 554 5.7.1",
    })
    void what_is_refused_for_its_receiver_or_its_content_is_given_up(String command, String reply, String reason) {
        server.refuse(command, reply);

        assertThatExceptionOfType(Undeliverable.class)
                .isThrownBy(() -> mailer.deliver(mail(RECEIVER)))
                .withMessage(reason)
                .withNoCause();
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 451 4.7.1 ada@example.org: come back later, receiver refused with 451 4.7.1",
        "RCPT, 452 4.2.2 ada@example.org: mailbox full,    receiver refused with 452 4.2.2",
        "RCPT, 530 5.7.0 who are you?,                     receiver refused with 530 5.7.0",
        "DATA, 421 4.3.2 going down,                       content refused with 421 4.3.2",
        "MAIL, 550 5.7.1 you may not send for that domain, sender refused with 550 5.7.1",
        "MAIL, 530 5.7.0 Must issue a STARTTLS command,    sender refused with 530 5.7.0",
    })
    void what_may_be_taken_later_is_tried_again(String command, String reply, String reason) {
        server.refuse(command, reply);

        assertThatExceptionOfType(NotDelivered.class)
                .isThrownBy(() -> mailer.deliver(mail(RECEIVER)))
                .withMessage(reason)
                .withNoCause();
    }

    @Test
    void a_server_that_is_away_is_asked_again() {
        server.stop();

        assertThatExceptionOfType(NotDelivered.class)
                .isThrownBy(() -> mailer.deliver(mail(RECEIVER)))
                .withMessage("ConnectException")
                .withNoCause();
    }

    @Test
    void what_is_no_address_is_given_up() {
        assertThatExceptionOfType(Undeliverable.class)
                .isThrownBy(() -> mailer.deliver(mail("ada example")))
                .withMessage("AddressException")
                .withNoCause();
    }

    @Test
    void a_sender_that_is_no_address_is_found_at_the_start() {
        assertThatExceptionOfType(AddressException.class).isThrownBy(() -> new SmtpMailer(sender, "Palabre"));
    }

    private static Mail mail(String to) {
        return new Mail(
                UUID.randomUUID(),
                AccountId.next(),
                to,
                "Déjà vu",
                "Le texte : été\n",
                "<p>Le texte : été</p>",
                Map.of("Auto-Submitted", "auto-generated", "Content-Language", "fr"));
    }

    /** The only part of this type, at any depth. */
    private static Part only(Part part, String type) throws Exception {
        var found = deep(part).filter(each -> isA(each, type)).toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static Stream<Part> deep(Part part) throws Exception {
        var all = Stream.of(part);
        for (var each : parts(part)) {
            all = Stream.concat(all, deep(each));
        }
        return all;
    }

    private static boolean isA(Part part, String type) {
        try {
            return part.isMimeType(type);
        } catch (jakarta.mail.MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static List<BodyPart> parts(Part part) throws Exception {
        var parts = new ArrayList<BodyPart>();
        if (part.getContent() instanceof Multipart several) {
            for (int i = 0; i < several.getCount(); i++) {
                parts.add(several.getBodyPart(i));
            }
        }
        return parts;
    }
}
