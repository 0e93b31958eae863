package org.palabre.notifications.command;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.palabre.deadlines.Errand;
import org.palabre.gatherings.GatheringNews;
import org.palabre.gatherings.GatheringQuery.GatheringDetails;
import org.palabre.gatherings.Occasion;
import org.palabre.gatherings.TicketType;
import org.palabre.notifications.NotificationType;
import org.springframework.stereotype.Component;

/** Mails about gatherings, to their owners and guests: all say what it is called, when and where it is, and what is new. */
@Component
class GatheringMails implements Errand<GatheringNews> {

    private static final String TEMPLATE = "gathering";

    private final Correspondence correspondence;

    GatheringMails(Correspondence correspondence) {
        this.correspondence = correspondence;
    }

    /** What a ticket of one type costs. */
    record Price(String name, String amount) {

        static Price of(TicketType type, Locale language) {
            return new Price(type.name(), type.price().written(language));
        }
    }

    @Override
    public Class<GatheringNews> task() {
        return GatheringNews.class;
    }

    @Override
    public void run(GatheringNews news) {
        correspondence.write(
                news.reader(),
                type(news.occasion()),
                TEMPLATE,
                news.happening(),
                language -> values(news.occasion(), news.gathering(), language));
    }

    private static NotificationType type(Occasion occasion) {
        return switch (occasion) {
            case APPROVED -> NotificationType.EVENT_APPROVED;
            case REJECTED -> NotificationType.EVENT_REJECTED;
            case CHANGED -> NotificationType.EVENT_CHANGED;
            case CANCELLED -> NotificationType.EVENT_CANCELLED;
            case INVITED -> NotificationType.EVENT_INVITATION;
            case CONFIRMED -> NotificationType.PARTICIPATION_CONFIRMED;
            case PROMOTED -> NotificationType.PARTICIPATION_PROMOTED;
        };
    }

    private static Map<String, Object> values(Occasion occasion, GatheringDetails gathering, Locale language) {
        var announcement = gathering.announcement();
        var types = announcement.ticketTypes();
        return Map.of(
                "occasion", occasion.name().toLowerCase(Locale.ROOT),
                "title", announcement.title(),
                "startsAt", announcement.startsAt().atOffset(ZoneOffset.UTC),
                "endsAt", announcement.endsAt().atOffset(ZoneOffset.UTC),
                "venue", announcement.venue(),
                "address", announcement.address(),
                "prices",
                        occasion == Occasion.CANCELLED
                                ? List.of()
                                : types.stream()
                                        .map(type -> Price.of(type, language))
                                        .toList(),
                "sold", types.isEmpty() ? 0 : 1,
                "reason", Objects.requireNonNullElse(gathering.rejectionReason(), ""),
                "page", page(occasion, gathering));
    }

    /** Owners go to their desk. */
    private static String page(Occasion occasion, GatheringDetails gathering) {
        return switch (occasion) {
            case APPROVED, REJECTED -> "/organise/event?id=" + gathering.id();
            case CHANGED, CANCELLED, INVITED, CONFIRMED, PROMOTED -> "/events/event?id=" + gathering.slug();
        };
    }
}
