package org.palabre.gatherings.query;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.jspecify.annotations.Nullable;
import org.palabre.accounts.AccountId;
import org.palabre.accounts.AccountQuery.FindPeople;
import org.palabre.accounts.AccountQuery.People;
import org.palabre.accounts.PersonView;
import org.palabre.gatherings.Access;
import org.palabre.gatherings.Announcement;
import org.palabre.gatherings.CategoryEvent;
import org.palabre.gatherings.CategoryEvent.CategoryAdded;
import org.palabre.gatherings.CategoryId;
import org.palabre.gatherings.GatheringEvent;
import org.palabre.gatherings.GatheringEvent.GatheringAnnounced;
import org.palabre.gatherings.GatheringId;
import org.palabre.gatherings.GatheringQuery.FindGathering;
import org.palabre.gatherings.GatheringQuery.GatheringView;
import org.palabre.gatherings.GatheringQuery.Viewer;
import org.palabre.gatherings.ParticipationEvent;
import org.palabre.gatherings.SeatBlockEvent;
import org.palabre.gatherings.TicketEvent;
import org.palabre.gatherings.TicketType;
import org.palabre.gatherings.TicketTypeId;
import org.palabre.projections.ReadSide;
import org.palabre.shared.DomainEvent;
import org.palabre.shared.Money;
import org.palabre.shared.Positions.Position;
import org.palabre.views.TallyEvent;
import org.palabre.web.Queries;

/** The read model of gatherings at work, and the words to tell what happens to them. */
final class GatheringsOnPostgres implements AutoCloseable {

    static final Instant NINE = Instant.parse("2026-11-20T09:00:00Z");
    static final AccountId OWNER = AccountId.next();
    static final CategoryId MUSIC = CategoryId.next();

    final ReadSide side;
    final GatheringQueries gatherings;
    final GatheringSearch search;
    final CategoryQueries categories;
    final ParticipationQueries participations;
    private final Map<String, Position> newest = new LinkedHashMap<>();

    GatheringsOnPostgres() {
        side = new ReadSide(each -> new GatheringsProjection(each.database, new GatheringFollowers(each.updates)));
        var bus = SimpleQueryBus.builder().build();
        bus.subscribe(FindPeople.class.getName(), People.class, query -> people((FindPeople) query.getPayload()));
        var tables = new GatheringTables(
                new Queries(DefaultQueryGateway.builder().queryBus(bus).build()));
        gatherings = new GatheringQueries(side.database, tables, "XOF");
        search = new GatheringSearch(side.database, side.transactions, new KnownGatherings(side.database), tables);
        categories = new CategoryQueries(side.database);
        participations = new ParticipationQueries(side.database, tables);
        happens(new CategoryAdded(MUSIC, "Musique", "musique", null));
    }

    private static People people(FindPeople query) {
        return new People(query.accountIds().stream()
                .map(id -> new PersonView(id, null, "Awa", "Koné", null, false))
                .toList());
    }

    /** All this happens, each step in one transaction. */
    GatheringsOnPostgres happens(DomainEvent... events) {
        for (var event : events) {
            var aggregate = aggregate(event);
            newest.put(aggregate.id(), side.happen(NINE, aggregate.type(), aggregate.id(), event));
        }
        return this;
    }

    private record Aggregate(String type, Object name) {

        String id() {
            return name.toString();
        }
    }

    private static Aggregate aggregate(DomainEvent event) {
        return switch (event) {
            case GatheringEvent gathering -> new Aggregate("Gathering", gathering.gatheringId());
            case CategoryEvent category -> new Aggregate("Category", category.categoryId());
            case SeatBlockEvent block -> new Aggregate("SeatBlock", block.blockId());
            case ParticipationEvent participation -> new Aggregate("Participation", participation.participationId());
            case TicketEvent ticket -> new Aggregate("Ticket", ticket.ticketId());
            case TallyEvent.ViewsCounted counted -> new Aggregate("Tally", counted.tallyId());
            default -> throw new IllegalArgumentException("Not of a gathering: " + event);
        };
    }

    /** Waits until everything is shown. */
    GatheringsOnPostgres shown() throws InterruptedException {
        side.awaitApplied(newest.values().toArray(Position[]::new));
        return this;
    }

    Optional<GatheringView> seenBy(Viewer viewer, GatheringId id) {
        return gatherings.handle(new FindGathering(id, viewer));
    }

    GatheringView seen(GatheringId id) {
        return seenBy(new Viewer(Optional.empty(), true), id).orElseThrow();
    }

    @Override
    public void close() {
        side.close();
    }

    /** A free gathering of so many. */
    static GatheringAnnounced announced(GatheringId id, String title, int capacity) {
        return new Told(title).seats(capacity).of(id);
    }

    static TicketType ticketType(TicketTypeId id, int price, int quota) {
        return new TicketType(id, "Type " + price, francs(price), quota);
    }

    static Money francs(int amount) {
        return new Money(BigDecimal.valueOf(amount), "XOF");
    }

    /** What is told of a gathering, with what matters little filled in. */
    static final class Told {

        private final String title;
        private String description = "Venez nombreux";
        private String venue = "Palais de la Culture";
        private CategoryId category = MUSIC;
        private Instant startsAt = Instant.parse("2027-01-01T18:00:00Z");
        private Access access = Access.FREE;
        private @Nullable Integer capacity = 100;
        private @Nullable Double latitude;
        private @Nullable Double longitude;
        private final List<TicketType> types = new ArrayList<>();

        Told(String title) {
            this.title = title;
        }

        Told about(String text) {
            description = text;
            return this;
        }

        Told at(String place, double north, double east) {
            venue = place;
            latitude = north;
            longitude = east;
            return this;
        }

        Told in(CategoryId other) {
            category = other;
            return this;
        }

        Told on(String day) {
            startsAt = Instant.parse(day + "T18:00:00Z");
            return this;
        }

        Told seats(@Nullable Integer number) {
            capacity = number;
            return this;
        }

        Told openTo(Access who) {
            access = who;
            return this;
        }

        Told selling(TicketType type) {
            access = Access.PAID;
            types.add(type);
            return this;
        }

        GatheringAnnounced of(GatheringId id) {
            return new GatheringAnnounced(
                    id,
                    OWNER,
                    "slug-" + id,
                    new Announcement(
                            title,
                            description,
                            null,
                            category,
                            startsAt,
                            startsAt.plusSeconds(7200),
                            venue,
                            null,
                            latitude,
                            longitude,
                            access,
                            capacity,
                            types));
        }
    }
}
