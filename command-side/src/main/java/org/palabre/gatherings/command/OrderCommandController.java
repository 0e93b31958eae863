package org.palabre.gatherings.command;

import static org.palabre.gatherings.UnfitField.UNKNOWN_TICKET_TYPE;
import static org.palabre.payments.PaymentRefusal.NOT_OFFERED;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import org.palabre.gatherings.GatheringId;
import org.palabre.gatherings.GatheringQuery.Viewer;
import org.palabre.gatherings.OrderCommand.CancelOrder;
import org.palabre.gatherings.OrderCommand.PlaceOrder;
import org.palabre.gatherings.OrderId;
import org.palabre.gatherings.OrderQuery.FindOrderable;
import org.palabre.gatherings.OrderQuery.OrderDetails;
import org.palabre.gatherings.OrderQuery.OrderView;
import org.palabre.gatherings.OrderQuery.Orderable;
import org.palabre.gatherings.SeatBlockEvent.Tickets;
import org.palabre.gatherings.TicketTypeId;
import org.palabre.payments.PaymentQuery.FindProviders;
import org.palabre.payments.PaymentQuery.Offered;
import org.palabre.payments.PaymentQuery.PaymentStanding;
import org.palabre.payments.Provider;
import org.palabre.payments.SubscriptionQuery.FindPlanTerms;
import org.palabre.payments.SubscriptionQuery.PlanTerms;
import org.palabre.shared.Actor;
import org.palabre.shared.Refused;
import org.palabre.telephones.Telephone;
import org.palabre.telephones.Telephones;
import org.palabre.web.Allow;
import org.palabre.web.Allow.Who;
import org.palabre.web.Commands;
import org.palabre.web.Me;
import org.palabre.web.Queries;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OrderCommandController {

    record Ordering(
            @NotNull @Size(min = 1, max = 20) List<@NotNull @Valid Item> items,
            @NotNull Provider provider,
            @NotNull @Telephone(mobile = true) String telephone) {

        /** What is wanted, each type once; refused if a type comes twice. */
        private List<Tickets> tickets() {
            if (items.stream().map(Item::ticketType).distinct().count() < items.size()) {
                throw Refused.field("items", UNKNOWN_TICKET_TYPE);
            }
            return items.stream()
                    .map(item -> new Tickets(item.ticketType(), item.quantity()))
                    .toList();
        }

        /** Leaves the telephone out, so that no log holds it. */
        @Override
        public String toString() {
            return "Ordering[%s, %s]".formatted(items, provider);
        }
    }

    record Item(
            @NotNull TicketTypeId ticketType,
            @NotNull @Min(1) @Max(10) Integer quantity) {}

    private final Commands commands;
    private final Queries queries;
    private final Telephones telephones;

    OrderCommandController(Commands commands, Queries queries, Telephones telephones) {
        this.commands = commands;
        this.queries = queries;
        this.telephones = telephones;
    }

    @PostMapping("/api/events/{id}/orders")
    @Allow(Who.ACTIVE)
    ResponseEntity<OrderView> place(
            @PathVariable GatheringId id, @RequestBody @Valid Ordering ordering, @Me Actor.Account me) {
        var wanted = queries.one(new FindOrderable(id, Viewer.of(me)), Orderable.class);
        if (!queries.answer(new FindProviders(), Offered.class).providers().contains(ordering.provider())) {
            throw Refused.field("provider", NOT_OFFERED);
        }
        var terms = queries.answer(new FindPlanTerms(wanted.organiser()), PlanTerms.class);
        var order = commands.send(
                new PlaceOrder(
                        OrderId.next(),
                        id,
                        ordering.tickets(),
                        ordering.provider(),
                        telephones.read(ordering.telephone()).orElseThrow(),
                        terms.commission()),
                OrderDetails.class);
        return ResponseEntity.accepted()
                .location(URI.create("/api/orders/" + order.id()))
                .body(OrderView.of(order, wanted.gathering(), PaymentStanding.asked(order.payment())));
    }

    @DeleteMapping("/api/orders/{id}")
    @Allow(Who.OWNER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable OrderId id) {
        commands.send(new CancelOrder(id));
    }
}
