package org.palabre.notifications.mailbox;

import java.util.List;
import org.palabre.notifications.mailbox.Mailbox.Received;
import org.palabre.web.Allow;
import org.palabre.web.Allow.Who;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@ConditionalOnProperty(name = "spring.mail.host", havingValue = "none", matchIfMissing = true)
class MailboxController {

    private final Mailbox mailbox;

    MailboxController(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    @GetMapping("/api/dev/mailbox")
    @Allow(Who.ALL)
    List<Received> mails(@RequestParam(defaultValue = "") String to) {
        return mailbox.find(to);
    }
}
