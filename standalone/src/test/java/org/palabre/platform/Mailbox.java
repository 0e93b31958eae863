package org.palabre.platform;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Header;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Takes mails over SMTP, and shows them as the local mailbox of the standalone shape does. */
final class Mailbox implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    Mailbox() {
        server.start();
    }

    private record Received(
            String to, String subject, String text, String html, Map<String, String> headers, Instant sentAt) {

        static Received of(MimeMessage mail) {
            try {
                return new Received(
                        ((InternetAddress) mail.getRecipients(RecipientType.TO)[0]).getAddress(),
                        mail.getSubject(),
                        content(mail, "text/plain"),
                        content(mail, "text/html"),
                        Collections.list(mail.getAllHeaders()).stream()
                                .collect(Collectors.toMap(Header::getName, Header::getValue, (first, _) -> first)),
                        mail.getSentDate().toInstant());
            } catch (MessagingException unreadable) {
                throw new IllegalStateException(unreadable);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    int port() {
        return server.getSmtp().getPort();
    }

    /** The mails to this address, or to anyone where it is empty; newest first. */
    String mailsTo(String address) {
        var mails = Arrays.stream(server.getReceivedMessages())
                .map(Received::of)
                .filter(mail -> address.isEmpty() || mail.to().equalsIgnoreCase(address))
                .collect(Collectors.toList());
        Collections.reverse(mails);
        return JSON.writeValueAsString(mails);
    }

    /** What a part has to say in this type, or nothing. */
    private static String content(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return part.getContent().toString();
        }
        var found = new StringBuilder();
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                found.append(content(parts.getBodyPart(i), type));
            }
        }
        return found.toString();
    }

    @Override
    public void close() {
        server.stop();
    }
}
