package org.palabre.notifications.command;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A mail server, which can be told to refuse, and to go and come back under the same port. */
final class MailServer implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 60_000;

    private final Map<String, String> refusals = new ConcurrentHashMap<>();
    private final Mails mails = new Mails();
    private SmtpServer server = started(0);

    int port() {
        return server.getPort();
    }

    /** Answers this command in this way. */
    void refuse(String command, String reply) {
        refusals.put(command, reply);
    }

    /** Is there, and takes everything. */
    void serve() {
        refusals.clear();
        if (!server.isRunning()) {
            server = started(port());
        }
    }

    List<MimeMessage> received() {
        return mails.getImapHostManager().getAllMessages().stream()
                .map(StoredMessage::getMimeMessage)
                .toList();
    }

    void stop() {
        server.stopService();
    }

    @Override
    public void close() {
        stop();
    }

    private SmtpServer started(int port) {
        var started = new SmtpServer(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP), mails);
        started.startService();
        try {
            if (!started.waitTillRunning(PATIENCE_MILLIS)) {
                throw new IllegalStateException("No mail server at " + port);
            }
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        return started;
    }

    /** What is received, and what is not. */
    private final class Mails extends Managers {

        private final SmtpManager smtp = new SmtpManager(getImapHostManager(), getUserManager()) {

            @Override
            public @Nullable String checkSender(SmtpState state, MailAddress sender) {
                return refusals.get("MAIL");
            }

            @Override
            public @Nullable String checkRecipient(SmtpState state, MailAddress receiver) {
                return refusals.get("RCPT");
            }

            @Override
            public @Nullable String checkData(SmtpState state) {
                return refusals.get("DATA");
            }
        };

        @Override
        public SmtpManager getSmtpManager() {
            return smtp;
        }
    }
}
