package org.palabre.gatherings.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.palabre.gatherings.query.GatheringsOnPostgres.NINE;
import static org.palabre.gatherings.query.GatheringsOnPostgres.francs;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.palabre.accounts.AccountEvent;
import org.palabre.accounts.AccountEvent.AccountErased;
import org.palabre.accounts.AccountId;
import org.palabre.gatherings.GatheringId;
import org.palabre.gatherings.OrderEvent;
import org.palabre.gatherings.OrderEvent.Item;
import org.palabre.gatherings.OrderEvent.OrderCancelled;
import org.palabre.gatherings.OrderEvent.OrderConfirmed;
import org.palabre.gatherings.OrderEvent.OrderExpired;
import org.palabre.gatherings.OrderEvent.OrderFailed;
import org.palabre.gatherings.OrderEvent.OrderPlaced;
import org.palabre.gatherings.OrderEvent.OrderRefunded;
import org.palabre.gatherings.OrderId;
import org.palabre.gatherings.TicketEvent;
import org.palabre.gatherings.TicketEvent.TicketIssued;
import org.palabre.gatherings.TicketEvent.TicketRefunded;
import org.palabre.gatherings.TicketEvent.TicketUsed;
import org.palabre.gatherings.TicketId;
import org.palabre.gatherings.TicketTypeId;
import org.palabre.payments.PaymentId;
import org.palabre.projections.ReadSide;
import org.palabre.shared.DomainEvent;
import org.palabre.shared.Personal;
import org.palabre.shared.Positions.Position;

class OrdersFoldTest {

    private static final GatheringId CONCERT = GatheringId.next();
    private static final TicketTypeId PIT = TicketTypeId.next();
    private static final OrderId ADAS = OrderId.next();
    private static final OrderId BOBS = OrderId.next();
    private static final AccountId ADA = AccountId.next();
    private static final AccountId BOB = AccountId.next();
    private static final TicketId ADAS_TICKET = TicketId.ofCode("ada");
    private static final TicketId BOBS_TICKET = TicketId.ofCode("bob");

    @AutoClose
    private final ReadSide side = new ReadSide(each -> new OrdersProjection(each.database));

    private final Map<String, Position> newest = new LinkedHashMap<>();

    @Test
    void each_end_of_an_order_has_its_name() throws Exception {
        happens(placed(ADAS, ADA), new OrderExpired(ADAS), placed(BOBS, BOB), new OrderFailed(BOBS));
        assertThat(orders()).containsOnly(Map.entry(ADA, "EXPIRED"), Map.entry(BOB, "FAILED"));

        happens(new OrderConfirmed(ADAS, List.of(ADAS_TICKET)));
        assertThat(orders()).containsEntry(ADA, "CONFIRMED");

        happens(new OrderRefunded(ADAS), new OrderCancelled(BOBS));
        assertThat(orders()).containsOnly(Map.entry(ADA, "REFUNDED"), Map.entry(BOB, "CANCELLED"));
    }

    @Test
    void a_ticket_is_what_became_of_it() throws Exception {
        happens(issued(ADAS_TICKET, ADAS, ADA), issued(BOBS_TICKET, BOBS, BOB));
        assertThat(tickets()).containsOnly(Map.entry(ADA, "VALID"), Map.entry(BOB, "VALID"));

        happens(new TicketUsed(ADAS_TICKET, BOB), new TicketRefunded(BOBS_TICKET));
        assertThat(tickets()).containsOnly(Map.entry(ADA, "USED"), Map.entry(BOB, "REFUNDED"));
    }

    @Test
    void an_erased_account_takes_its_orders_and_tickets_along_whatever_becomes_of_them() throws Exception {
        happens(
                placed(ADAS, ADA),
                placed(BOBS, BOB),
                issued(ADAS_TICKET, ADAS, ADA),
                issued(BOBS_TICKET, BOBS, BOB),
                new AccountErased(ADA));
        assertThat(orders()).containsOnlyKeys(BOB);
        assertThat(tickets()).containsOnlyKeys(BOB);

        happens(new OrderConfirmed(ADAS, List.of(ADAS_TICKET)), new TicketUsed(ADAS_TICKET, BOB));
        happens(new OrderRefunded(ADAS), new TicketRefunded(ADAS_TICKET), new OrderConfirmed(BOBS, List.of()));
        assertThat(orders()).containsOnly(Map.entry(BOB, "CONFIRMED"));
        assertThat(tickets()).containsOnly(Map.entry(BOB, "VALID"));
    }

    /** All this happens, each step in one transaction, and is shown. */
    private void happens(DomainEvent... events) throws InterruptedException {
        for (var event : events) {
            var aggregate = aggregate(event);
            newest.put(aggregate.id(), side.happen(NINE, aggregate.type(), aggregate.id(), event));
        }
        side.awaitApplied(newest.values().toArray(Position[]::new));
    }

    private record Aggregate(String type, Object name) {

        String id() {
            return name.toString();
        }
    }

    private static Aggregate aggregate(DomainEvent event) {
        return switch (event) {
            case OrderEvent order -> new Aggregate("Order", order.orderId());
            case TicketEvent ticket -> new Aggregate("Ticket", ticket.ticketId());
            case AccountEvent account -> new Aggregate("Account", account.accountId());
            default -> throw new IllegalArgumentException("Not of an order: " + event);
        };
    }

    private static OrderPlaced placed(OrderId id, AccountId buyer) {
        return new OrderPlaced(
                id,
                CONCERT,
                buyer,
                List.of(new Item(PIT, "Fosse", 1, francs(5000))),
                francs(5000),
                PaymentId.next(),
                NINE.plus(Duration.ofMinutes(15)),
                new BigDecimal("0.05"));
    }

    private static TicketIssued issued(TicketId id, OrderId order, AccountId holder) {
        var secret = Personal.of(holder.value(), "secret");
        return new TicketIssued(
                id, order, CONCERT, holder, PIT, "Fosse", francs(5000), new BigDecimal("0.05"), secret, secret);
    }

    private Map<AccountId, String> orders() {
        return statuses("select buyer, status from ticket_order");
    }

    private Map<AccountId, String> tickets() {
        return statuses("select holder, status from ticket");
    }

    /** Who has what, where everybody has one. */
    private Map<AccountId, String> statuses(String sql) {
        var found = new LinkedHashMap<AccountId, String>();
        side.jdbc.sql(sql).query(row -> {
            found.put(new AccountId(row.getObject(1, UUID.class)), row.getString(2));
        });
        return found;
    }
}
