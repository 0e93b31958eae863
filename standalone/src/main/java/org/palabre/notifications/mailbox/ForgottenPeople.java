package org.palabre.notifications.mailbox;

import org.axonframework.eventhandling.EventHandler;
import org.palabre.accounts.AccountEvent.PersonForgotten;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes the mails of forgotten people out of the mailbox, also where mail goes out by now and nobody shows it any more. */
@Component
class ForgottenPeople {

    private final JdbcClient jdbc;

    ForgottenPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(PersonForgotten event) {
        jdbc.sql("delete from mailbox where account_id = ?")
                .param(event.accountId().value())
                .update();
    }
}
