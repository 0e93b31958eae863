package org.palabre.gatherings.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.palabre.accounts.AccountId;
import org.palabre.gatherings.GatheringId;
import org.palabre.gatherings.OrderEvent.Item;
import org.palabre.gatherings.OrderId;
import org.palabre.gatherings.OrderQuery.OrderDetails;
import org.palabre.gatherings.OrderQuery.OrderedGathering;
import org.palabre.gatherings.OrderQuery.StoredOrder;
import org.palabre.gatherings.OrderQuery.StoredTicket;
import org.palabre.gatherings.OrderQuery.TicketDetails;
import org.palabre.gatherings.OrderQuery.TicketGathering;
import org.palabre.gatherings.OrderQuery.TicketTypeName;
import org.palabre.gatherings.OrderStatus;
import org.palabre.gatherings.TicketId;
import org.palabre.gatherings.TicketStatus;
import org.palabre.gatherings.TicketTypeId;
import org.palabre.payments.PaymentId;
import org.palabre.shared.Money;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** How orders and tickets are read from their tables. */
final class OrderTables {

    /** Orders with what is shown of their gathering. */
    static final String ORDER = """
            select ticket_order.*, gathering.slug, gathering.title
            from ticket_order join gathering on gathering.id = ticket_order.gathering_id
            """;

    /** Tickets with what is shown of their gathering. */
    static final String TICKET = """
            select ticket.*, gathering.slug, gathering.title, gathering.starts_at, gathering.ends_at, gathering.venue
            from ticket join gathering on gathering.id = ticket.gathering_id
            """;

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private OrderTables() {}

    static StoredOrder order(ResultSet row, @SuppressWarnings("unused") int number) throws SQLException {
        return new StoredOrder(
                new OrderDetails(
                        new OrderId(uuid(row, "id")),
                        new GatheringId(uuid(row, "gathering_id")),
                        Arrays.asList(JSON.readValue(row.getString("items"), Item[].class)),
                        new Money(row.getBigDecimal("amount"), row.getString("currency")),
                        instant(row, "placed_at"),
                        instant(row, "expires_at"),
                        OrderStatus.valueOf(row.getString("status")),
                        new PaymentId(uuid(row, "payment_id")),
                        row.getLong("version")),
                new OrderedGathering(
                        new GatheringId(uuid(row, "gathering_id")), row.getString("slug"), row.getString("title")));
    }

    static StoredTicket ticket(ResultSet row, @SuppressWarnings("unused") int number) throws SQLException {
        var checkedInBy = row.getObject("checked_in_by", UUID.class);
        return new StoredTicket(
                new TicketDetails(
                        new TicketId(uuid(row, "id")),
                        new GatheringId(uuid(row, "gathering_id")),
                        new TicketTypeName(
                                new TicketTypeId(uuid(row, "ticket_type")), row.getString("ticket_type_name")),
                        new Money(row.getBigDecimal("price"), row.getString("currency")),
                        row.getString("code"),
                        TicketStatus.valueOf(row.getString("status")),
                        instant(row, "issued_at"),
                        instantOrNull(row, "checked_in_at"),
                        checkedInBy == null ? null : new AccountId(checkedInBy),
                        row.getLong("version")),
                gathering(row, 0));
    }

    static TicketGathering gathering(ResultSet row, @SuppressWarnings("unused") int number) throws SQLException {
        return new TicketGathering(
                new GatheringId(uuid(row, "gathering_id")),
                row.getString("slug"),
                row.getString("title"),
                instant(row, "starts_at"),
                instant(row, "ends_at"),
                row.getString("venue"));
    }

    private static UUID uuid(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, UUID.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(instantOrNull(row, column));
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
