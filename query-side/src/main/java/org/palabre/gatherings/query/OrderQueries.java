package org.palabre.gatherings.query;

import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.queryhandling.QueryHandler;
import org.palabre.gatherings.GatheringId;
import org.palabre.gatherings.OrderQuery.FindOrder;
import org.palabre.gatherings.OrderQuery.FindOrders;
import org.palabre.gatherings.OrderQuery.FindPass;
import org.palabre.gatherings.OrderQuery.FindTicket;
import org.palabre.gatherings.OrderQuery.FindTicketGathering;
import org.palabre.gatherings.OrderQuery.FindTickets;
import org.palabre.gatherings.OrderQuery.OrderPage;
import org.palabre.gatherings.OrderQuery.Pass;
import org.palabre.gatherings.OrderQuery.StoredOrder;
import org.palabre.gatherings.OrderQuery.StoredTicket;
import org.palabre.gatherings.OrderQuery.TicketGathering;
import org.palabre.gatherings.OrderQuery.TicketPage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers people what they have ordered, and which tickets they hold. */
@Component
class OrderQueries {

    private static final String OWN = " where ticket.id = ? and holder = ?";
    private static final String WANTED = """
             where holder = :holder
                and (cast(:gathering as uuid) is null or gathering_id = :gathering)
                and (cast(:status as text) is null or ticket.status = :status)
            """;

    private final JdbcClient jdbc;

    OrderQueries(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    @QueryHandler
    Optional<StoredOrder> handle(FindOrder query) {
        return jdbc.sql(OrderTables.ORDER + " where ticket_order.id = ? and buyer = ?")
                .params(query.orderId().value(), query.buyer().value())
                .query(OrderTables::order)
                .optional();
    }

    @QueryHandler
    OrderPage handle(FindOrders query) {
        var count = jdbc.sql("select count(*) from ticket_order where buyer = ?")
                .param(query.buyer().value())
                .query(Long.class)
                .single();
        var rows = jdbc.sql(OrderTables.ORDER
                        + " where buyer = ? order by placed_at desc, ticket_order.id desc limit ? offset ?")
                .params(query.buyer().value(), query.page().size(), query.page().offset())
                .query(OrderTables::order)
                .list();
        return new OrderPage(count, rows);
    }

    @QueryHandler
    Optional<TicketGathering> handle(FindTicketGathering query) {
        return jdbc.sql("""
                        select id as gathering_id, slug, title, starts_at, ends_at, venue from gathering where id = ?
                        """)
                .param(query.gatheringId().value())
                .query(OrderTables::gathering)
                .optional();
    }

    @QueryHandler
    TicketPage handle(FindTickets query) {
        UUID gathering = query.gathering().map(GatheringId::value).orElse(null);
        var status = query.status().map(Enum::name).orElse(null);
        var count = jdbc.sql("select count(*) from ticket" + WANTED)
                .param("holder", query.holder().value())
                .param("gathering", gathering)
                .param("status", status)
                .query(Long.class)
                .single();
        var rows = jdbc.sql(OrderTables.TICKET + WANTED
                        + "order by issued_at desc, ticket.id desc limit :size offset :offset")
                .param("holder", query.holder().value())
                .param("gathering", gathering)
                .param("status", status)
                .param("size", query.page().size())
                .param("offset", query.page().offset())
                .query(OrderTables::ticket)
                .list();
        return new TicketPage(count, rows);
    }

    @QueryHandler
    Optional<StoredTicket> handle(FindTicket query) {
        return jdbc.sql(OrderTables.TICKET + OWN)
                .params(query.ticketId().value(), query.holder().value())
                .query(OrderTables::ticket)
                .optional();
    }

    @QueryHandler
    Optional<Pass> handle(FindPass query) {
        return jdbc.sql(OrderTables.TICKET + OWN)
                .params(query.ticketId().value(), query.holder().value())
                .query((row, number) -> new Pass(OrderTables.ticket(row, number), row.getString("pass")))
                .optional();
    }
}
