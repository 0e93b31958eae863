package org.palabre.notifications.command;

import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.palabre.deadlines.Errand;
import org.palabre.notifications.NotificationType;
import org.palabre.payments.RenewalDue;
import org.palabre.shared.Ids;
import org.springframework.stereotype.Component;

/** Mails to those whose plan ends, or has ended, unless they pay. */
@Component
class RenewalMails implements Errand<RenewalDue> {

    private final Correspondence correspondence;

    RenewalMails(Correspondence correspondence) {
        this.correspondence = correspondence;
    }

    @Override
    public Class<RenewalDue> task() {
        return RenewalDue.class;
    }

    @Override
    public void run(RenewalDue news) {
        correspondence.write(
                news.subscriber(),
                NotificationType.SUBSCRIPTION_RENEWAL,
                Ids.derived(
                        news.status() + " " + news.endsAt(),
                        news.subscriptionId().value()),
                language -> values(news, language));
    }

    private static Map<String, Object> values(RenewalDue news, Locale language) {
        return Map.of(
                "status", news.status().name().toLowerCase(Locale.ROOT),
                "plan", news.plan().name(),
                "price", news.plan().price().written(language),
                "stillOffered", news.stillOffered(),
                "endsAt", news.endsAt().atOffset(ZoneOffset.UTC),
                "payableUntil", news.payableUntil().atOffset(ZoneOffset.UTC));
    }
}
