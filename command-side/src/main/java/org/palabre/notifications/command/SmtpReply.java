package org.palabre.notifications.command;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/**
 * How a mail server refused; its words are left out, which quote addresses.
 *
 * @param code of RFC 5321, 4.2
 * @param enhanced code of RFC 3463, or empty
 */
record SmtpReply(Refused refused, int code, String enhanced) {

    /** What a server looks at, in this order. */
    enum Refused {
        SENDER,
        RECEIVER,
        CONTENT
    }

    /** The server wants to know who is there, or to be talked to in secret (RFC 4954, 6; RFC 3207, 4). */
    private static final Set<Integer> NOT_LOGGED_IN = Set.of(530, 534, 535, 538);

    private static final Pattern ENHANCED = Pattern.compile("\\b[245]\\.\\d{1,3}\\.\\d{1,3}\\b");

    private static final Exception[] NONE = {};

    /** The reply that made a try fail, if it was one. */
    static Optional<SmtpReply> in(MailException failure) {
        return causes(failure)
                .<SmtpReply>mapMulti((cause, replies) -> {
                    switch (cause) {
                        case SMTPAddressFailedException refused ->
                            replies.accept(reply(Refused.RECEIVER, refused.getReturnCode(), refused.getMessage()));
                        case SMTPSendFailedException refused ->
                            replies.accept(reply(
                                    refused.getCommand().startsWith("MAIL") ? Refused.SENDER : Refused.CONTENT,
                                    refused.getReturnCode(),
                                    refused.getMessage()));
                        default -> {}
                    }
                })
                // where the connection broke, the library has a code of its own
                .filter(reply -> reply.code() > 0)
                .findFirst();
    }

    /** All that made a try fail, from what our side saw to what happened. */
    static Stream<Throwable> causes(MailException failure) {
        var messages = failure instanceof MailSendException several ? several.getMessageExceptions() : NONE;
        return Stream.concat(Stream.of(failure), Stream.of(messages))
                .flatMap(each -> Stream.<Throwable>iterate(each, Objects::nonNull, Throwable::getCause));
    }

    /** Whether the server will never take this mail. What it has against the sender, the configuration can change. */
    boolean isFinal() {
        return code / 100 == 5 && refused != Refused.SENDER && !NOT_LOGGED_IN.contains(code);
    }

    @Override
    public String toString() {
        return "%s refused with %d %s"
                .formatted(refused.name().toLowerCase(Locale.ROOT), code, enhanced)
                .strip();
    }

    private static SmtpReply reply(Refused refused, int code, @Nullable String words) {
        var enhanced = ENHANCED.matcher(Objects.requireNonNullElse(words, ""));
        return new SmtpReply(refused, code, enhanced.find() ? enhanced.group() : "");
    }
}
