package org.palabre.notifications.command;

import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Hands mails to the server that {@code spring.mail.host} names. */
@Component
@ConditionalOnProperty("spring.mail.host")
class SmtpMailer implements Mailer {

    private final JavaMailSender sender;
    private final String from;

    SmtpMailer(JavaMailSender sender, @Value("${palabre.mail-from}") String from) {
        this.sender = sender;
        this.from = from;
    }

    @Override
    public void deliver(Mail mail) {
        var message = sender.createMimeMessage();
        try {
            var parts = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
            parts.setFrom(from);
            parts.setTo(mail.to());
            parts.setSubject(mail.subject());
            parts.setText(mail.text(), mail.html());
            for (var header : mail.headers().entrySet()) {
                message.setHeader(header.getKey(), header.getValue());
            }
        } catch (MessagingException unfit) {
            throw new MailPreparationException(unfit);
        }
        sender.send(message);
    }
}
