package org.palabre.notifications.mailbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.palabre.notifications.command.Mail;
import org.palabre.notifications.command.Mailer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Shows the newest 1,000 mails to anyone, for those who try the platform; where mail goes out, it is not there. */
@Component
@ConditionalOnProperty(name = "spring.mail.host", havingValue = "none", matchIfMissing = true)
class Mailbox implements Mailer {

    private static final int SHOWN = 1000;

    /** To take away the oldest one each time would be dearer than to keep it: the database walks over all that went before. */
    private static final int TAKEN_AWAY_AT_ONCE = 100;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Clock clock;

    Mailbox(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A mail as the mailbox shows it. */
    record Received(String to, String subject, String text, String html, Map<String, String> headers, Instant sentAt) {}

    /** A mail that comes again is there already. */
    @Override
    public void deliver(Mail mail) {
        var id = jdbc.sql("""
                        insert into mailbox (mail_id, account_id, receiver, subject, text, html, headers, sent_at)
                        values (?, ?, ?, ?, ?, ?, ?::jsonb, ?)
                        on conflict (mail_id) do nothing
                        returning id
                        """)
                .params(
                        mail.id(),
                        mail.accountId().value(),
                        mail.to(),
                        mail.subject(),
                        mail.text(),
                        mail.html(),
                        JSON.writeValueAsString(mail.headers()),
                        Timestamp.from(clock.instant()))
                .query(Long.class)
                .optional();
        id.filter(newest -> newest % TAKEN_AWAY_AT_ONCE == 0).ifPresent(this::takeAwayOldest);
    }

    private void takeAwayOldest(long newest) {
        jdbc.sql("delete from mailbox where id <= ?").param(newest - SHOWN).update();
    }

    /** The mails to this address, or to anyone where it is empty; newest first. */
    List<Received> find(String to) {
        return jdbc.sql("select * from mailbox where ? in ('', lower(receiver)) order by id desc limit ?")
                .params(to.strip().toLowerCase(java.util.Locale.ROOT), SHOWN)
                .query(Mailbox::received)
                .list();
    }

    private static Received received(ResultSet row, @SuppressWarnings("unused") int number) throws SQLException {
        return new Received(
                row.getString("receiver"),
                row.getString("subject"),
                row.getString("text"),
                row.getString("html"),
                JSON.readValue(row.getString("headers"), new TypeReference<>() {}),
                row.getTimestamp("sent_at").toInstant());
    }
}
