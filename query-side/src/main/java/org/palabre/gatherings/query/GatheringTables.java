package org.palabre.gatherings.query;

import static java.util.stream.Collectors.toSet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.palabre.accounts.AccountId;
import org.palabre.accounts.AccountQuery.FindPeople;
import org.palabre.accounts.AccountQuery.People;
import org.palabre.accounts.PersonView;
import org.palabre.gatherings.Access;
import org.palabre.gatherings.Announcement;
import org.palabre.gatherings.CategoryId;
import org.palabre.gatherings.GatheringId;
import org.palabre.gatherings.GatheringQuery.CategoryName;
import org.palabre.gatherings.GatheringQuery.GatheringDetails;
import org.palabre.gatherings.GatheringQuery.GatheringView;
import org.palabre.gatherings.GatheringQuery.Surroundings;
import org.palabre.gatherings.GatheringStatus;
import org.palabre.gatherings.SeatBlockEvent.Tickets;
import org.palabre.gatherings.TicketType;
import org.palabre.web.Queries;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** How gatherings are read from their tables, with the people who announced them. */
@Component
class GatheringTables {

    /**
     * Gatherings with what others make of them, and without what they are only found by. What is free is {@code null} where
     * no seats have been offered yet.
     */
    static final String GATHERING = """
            select gathering.id, gathering.slug, creator, title, description, short_description, category, starts_at, ends_at,
                venue, address, latitude, longitude, access, capacity, ticket_types, image, status, rejection_reason,
                created_at, updated_at, gathering.version, figures.views_count, figures.participants_count,
                category.name category_name, category.slug category_slug, seats.free, seats.free_by_type
            from gathering
            join gathering_figures figures on figures.id = gathering.id
            left join gathering_category category on category.id = gathering.category
            cross join lateral (
                select sum(free)::int free, jsonb_path_query_array(jsonb_agg(free_by_type), '$[*][*]') free_by_type
                from gathering_seats seats where seats.gathering_id = gathering.id) seats
            """;

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private static final TypeReference<List<TicketType>> TICKET_TYPES = new TypeReference<>() {};
    private static final TypeReference<List<Tickets>> TICKETS = new TypeReference<>() {};

    private final Queries queries;

    GatheringTables(Queries queries) {
        this.queries = queries;
    }

    /** A gathering as it is in its tables, which hold no people. */
    private record Stored(
            GatheringDetails details,
            CategoryName category,
            long viewsCount,
            int participantsCount,
            int seatsTaken,
            List<Tickets> takenByType) {

        Surroundings surroundings(PersonView creator) {
            return new Surroundings(creator, category, viewsCount, participantsCount, seatsTaken, takenByType);
        }
    }

    /** The gatherings that a statement on {@link #GATHERING} finds. */
    List<GatheringView> views(StatementSpec gatherings) {
        var stored = gatherings.query(GatheringTables::stored).list();
        var people =
                people(stored.stream().map(each -> each.details().creator()).toList());
        return stored.stream()
                .map(each -> GatheringView.of(
                        each.details(),
                        each.surroundings(people.person(each.details().creator()))))
                .toList();
    }

    /** What surrounds the gatherings that a statement on {@link #GATHERING} finds. */
    List<Surroundings> surroundings(StatementSpec gatherings) {
        var stored = gatherings.query(GatheringTables::stored).list();
        var people =
                people(stored.stream().map(each -> each.details().creator()).toList());
        return stored.stream()
                .map(each -> each.surroundings(people.person(each.details().creator())))
                .toList();
    }

    People people(List<AccountId> ids) {
        return ids.isEmpty()
                ? new People(List.of())
                : queries.answer(new FindPeople(ids.stream().collect(toSet())), People.class);
    }

    private static Stored stored(ResultSet row, @SuppressWarnings("unused") int number) throws SQLException {
        var details = details(row);
        var category = details.announcement().category();
        var name = row.getString("category_name");
        var slug = row.getString("category_slug");
        var free = row.getObject("free", Integer.class);
        var freeByType = row.getString("free_by_type");
        return new Stored(
                details,
                new CategoryName(category, name == null ? "" : name, slug == null ? "" : slug),
                row.getLong("views_count"),
                row.getInt("participants_count"),
                free == null ? 0 : details.announcement().seats() - free,
                freeByType == null
                        ? List.of()
                        : taken(details.announcement().ticketTypes(), JSON.readValue(freeByType, TICKETS)));
    }

    private static List<Tickets> taken(List<TicketType> types, List<Tickets> free) {
        return types.stream()
                .map(type -> new Tickets(
                        type.id(),
                        type.quota()
                                - free.stream()
                                        .filter(each -> each.ticketType().equals(type.id()))
                                        .mapToInt(Tickets::quantity)
                                        .sum()))
                .toList();
    }

    private static GatheringDetails details(ResultSet row) throws SQLException {
        return new GatheringDetails(
                new GatheringId(uuid(row, "id")),
                row.getString("slug"),
                new AccountId(uuid(row, "creator")),
                new Announcement(
                        row.getString("title"),
                        row.getString("description"),
                        row.getString("short_description"),
                        new CategoryId(uuid(row, "category")),
                        instant(row, "starts_at"),
                        instant(row, "ends_at"),
                        row.getString("venue"),
                        row.getString("address"),
                        row.getObject("latitude", Double.class),
                        row.getObject("longitude", Double.class),
                        Access.valueOf(row.getString("access")),
                        row.getObject("capacity", Integer.class),
                        JSON.readValue(row.getString("ticket_types"), TICKET_TYPES)),
                row.getObject("image", UUID.class),
                GatheringStatus.valueOf(row.getString("status")),
                row.getString("rejection_reason"),
                instant(row, "created_at"),
                instant(row, "updated_at"),
                row.getLong("version"));
    }

    static UUID uuid(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, UUID.class));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(instantOrNull(row, column));
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
