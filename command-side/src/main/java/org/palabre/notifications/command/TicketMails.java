package org.palabre.notifications.command;

import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.palabre.deadlines.Errand;
import org.palabre.gatherings.OrderEvent;
import org.palabre.gatherings.OrderQuery.TicketDetails;
import org.palabre.gatherings.TicketsReady;
import org.palabre.notifications.NotificationType;
import org.springframework.stereotype.Component;

/** Mails that hold tickets. */
@Component
class TicketMails implements Errand<TicketsReady> {

    private final Correspondence correspondence;

    TicketMails(Correspondence correspondence) {
        this.correspondence = correspondence;
    }

    /** Tickets of one type, as they were ordered. */
    record Line(int quantity, String name, String price) {

        static Line of(OrderEvent.Item item, Locale language) {
            return new Line(item.quantity(), item.name(), item.price().written(language));
        }
    }

    /** What lets one person in. */
    record Entry(String name, String code) {

        /** A code is easier to read in groups, and may be typed in groups. */
        static Entry of(TicketDetails ticket) {
            return new Entry(ticket.ticketType().name(), ticket.code().replaceAll(".{4}(?=.)", "$0 "));
        }

        /** Leaves the code out, so that no log holds it. */
        @Override
        public String toString() {
            return "Entry[" + name + "]";
        }
    }

    @Override
    public Class<TicketsReady> task() {
        return TicketsReady.class;
    }

    @Override
    public void run(TicketsReady news) {
        correspondence.write(
                news.buyer(),
                NotificationType.TICKETS_ISSUED,
                news.order().id().value(),
                language -> values(news, language));
    }

    private static Map<String, Object> values(TicketsReady news, Locale language) {
        var gathering = news.gathering();
        return Map.of(
                "title", gathering.title(),
                "startsAt", gathering.startsAt().atOffset(ZoneOffset.UTC),
                "venue", gathering.venue(),
                "address", gathering.address(),
                "lines",
                        news.order().items().stream()
                                .map(item -> Line.of(item, language))
                                .toList(),
                "amount", news.order().amount().written(language),
                "count", news.tickets().size(),
                "entries", news.tickets().stream().map(Entry::of).toList());
    }
}
