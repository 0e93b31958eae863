package org.palabre.notifications.command;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Hands mails to the server that {@code spring.mail.host} names. */
@Component
@ConditionalOnProperty("spring.mail.host")
class SmtpMailer implements Mailer {

    private final JavaMailSender sender;
    private final InternetAddress from;

    /**
     * @param from an address, or a name with an address in angle brackets
     * @throws AddressException when it is anything else
     */
    SmtpMailer(JavaMailSender sender, @Value("${palabre.mail-from}") String from) throws AddressException {
        this.sender = sender;
        this.from = new InternetAddress(from, true);
    }

    @Override
    public void deliver(Mail mail) {
        try {
            sender.send(message -> write(mail, message));
        } catch (MailParseException | MailPreparationException unfit) {
            throw new Undeliverable(kind(unfit));
        } catch (MailException failure) {
            var reply = SmtpReply.in(failure);
            var reason = reply.map(SmtpReply::toString).orElseGet(() -> kind(failure));
            throw reply.filter(SmtpReply::isFinal).isPresent() ? new Undeliverable(reason) : new NotDelivered(reason);
        }
    }

    private void write(Mail mail, MimeMessage message) throws MessagingException {
        var parts = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        parts.setFrom(from);
        parts.setTo(mail.to());
        parts.setSubject(mail.subject());
        parts.setText(mail.text(), mail.html());
        // a mail that was delivered without our knowing is delivered again, and can be told by this
        message.setHeader("Message-ID", "<%s@%s>".formatted(mail.id(), domain()));
        for (var header : mail.headers().entrySet()) {
            message.setHeader(header.getKey(), header.getValue());
        }
    }

    private String domain() {
        var address = from.getAddress();
        return address.substring(address.lastIndexOf('@') + 1);
    }

    /** What went wrong, without a word: messages quote addresses. */
    private static String kind(MailException failure) {
        return SmtpReply.causes(failure)
                .reduce(failure, (_, cause) -> cause)
                .getClass()
                .getSimpleName();
    }
}
