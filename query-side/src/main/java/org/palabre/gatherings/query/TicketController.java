package org.palabre.gatherings.query;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.palabre.accounts.AccountId;
import org.palabre.accounts.AccountQuery.FindPeople;
import org.palabre.accounts.AccountQuery.People;
import org.palabre.gatherings.GatheringId;
import org.palabre.gatherings.OrderId;
import org.palabre.gatherings.OrderQuery.FindOrder;
import org.palabre.gatherings.OrderQuery.FindPass;
import org.palabre.gatherings.OrderQuery.FindTicket;
import org.palabre.gatherings.OrderQuery.FindTickets;
import org.palabre.gatherings.OrderQuery.OrderView;
import org.palabre.gatherings.OrderQuery.Pass;
import org.palabre.gatherings.OrderQuery.StoredOrder;
import org.palabre.gatherings.OrderQuery.StoredTicket;
import org.palabre.gatherings.OrderQuery.TicketPage;
import org.palabre.gatherings.OrderQuery.TicketView;
import org.palabre.gatherings.TicketId;
import org.palabre.gatherings.TicketStatus;
import org.palabre.payments.PaymentQuery.FindPaymentStandings;
import org.palabre.payments.PaymentQuery.PaymentStanding;
import org.palabre.payments.PaymentQuery.Standings;
import org.palabre.shared.Actor;
import org.palabre.shared.Page;
import org.palabre.web.Allow;
import org.palabre.web.Allow.Who;
import org.palabre.web.Listing;
import org.palabre.web.Me;
import org.palabre.web.Queries;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TicketController {

    private final Queries queries;
    private final TicketPdf pdf;

    TicketController(Queries queries, TicketPdf pdf) {
        this.queries = queries;
        this.pdf = pdf;
    }

    @GetMapping("/api/orders/{id}")
    @Allow(Who.OWNER)
    OrderView order(@PathVariable OrderId id, @Me Actor.Account me) {
        var stored = queries.one(new FindOrder(id, new AccountId(me.id())), StoredOrder.class);
        var payment = stored.order().payment();
        var standings = queries.answer(new FindPaymentStandings(List.of(payment)), Standings.class);
        return OrderView.of(
                stored.order(),
                stored.gathering(),
                standings.payments().stream().findFirst().orElseGet(() -> PaymentStanding.asked(payment)));
    }

    @GetMapping("/api/tickets")
    @Allow(Who.ACTIVE)
    Listing<TicketView> tickets(
            @RequestParam Optional<GatheringId> event,
            @RequestParam Optional<TicketStatus> status,
            @Me Actor.Account me,
            Page.Request page) {
        var stored = queries.answer(new FindTickets(new AccountId(me.id()), event, status, page), TicketPage.class);
        return Listing.of(new Shown(stored.count(), views(stored.rows())), page);
    }

    @GetMapping("/api/tickets/{id}")
    @Allow(Who.OWNER)
    TicketView ticket(@PathVariable TicketId id, @Me Actor.Account me) {
        var stored = queries.one(new FindTicket(id, new AccountId(me.id())), StoredTicket.class);
        return views(List.of(stored)).getFirst();
    }

    @GetMapping(path = "/api/tickets/{id}/qr.png", produces = MediaType.IMAGE_PNG_VALUE)
    @Allow(Who.OWNER)
    ResponseEntity<byte[]> picture(@PathVariable TicketId id, @Me Actor.Account me) {
        return own(QrCode.of(pass(id, me).signed()).png(), MediaType.IMAGE_PNG);
    }

    @GetMapping(path = "/api/tickets/{id}/ticket.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @Allow(Who.OWNER)
    ResponseEntity<byte[]> paper(@PathVariable TicketId id, @Me Actor.Account me, Locale language) {
        return own(pdf.of(pass(id, me), language), MediaType.APPLICATION_PDF);
    }

    private record Shown(long count, List<TicketView> rows) implements Page<TicketView> {}

    private List<TicketView> views(List<StoredTicket> stored) {
        var doorkeepers = stored.stream()
                .map(each -> each.ticket().checkedInBy())
                .filter(Objects::nonNull)
                .collect(toSet());
        var people = queries.answer(new FindPeople(doorkeepers), People.class);
        return stored.stream()
                .map(each -> TicketView.of(
                        each.ticket(),
                        each.gathering(),
                        each.ticket().checkedInBy() == null
                                ? null
                                : people.person(each.ticket().checkedInBy())))
                .toList();
    }

    private Pass pass(TicketId id, Actor.Account me) {
        return queries.one(new FindPass(id, new AccountId(me.id())), Pass.class);
    }

    /** Whoever has the picture can use the ticket: it is in no cache of others. */
    private static ResponseEntity<byte[]> own(byte[] file, MediaType type) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(type)
                .body(file);
    }
}
