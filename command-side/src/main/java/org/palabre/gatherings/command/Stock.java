package org.palabre.gatherings.command;

import java.util.List;
import java.util.function.IntBinaryOperator;
import java.util.stream.Stream;
import org.palabre.gatherings.Announcement;
import org.palabre.gatherings.SeatBlockEvent.Tickets;
import org.palabre.gatherings.TicketTypeId;

/**
 * Seats, and parts of the quotas of ticket types: what there is of them somewhere, or what somebody wants of them. The two
 * are counted apart: whoever buys a ticket needs one of each.
 *
 * @param seats 0 or more
 * @param tickets each ticket type once at most
 */
record Stock(int seats, List<Tickets> tickets) {

    static final Stock NOTHING = new Stock(0, List.of());
    static final Stock SEAT = new Stock(1, List.of());

    Stock {
        tickets = List.copyOf(tickets);
    }

    /** Tickets, each with a seat. */
    static Stock of(List<Tickets> tickets) {
        return new Stock(tickets.stream().mapToInt(Tickets::quantity).sum(), tickets);
    }

    /** All that a gathering has. */
    static Stock of(Announcement announcement) {
        return new Stock(
                announcement.seats(),
                announcement.ticketTypes().stream()
                        .map(type -> new Tickets(type.id(), type.quota()))
                        .toList());
    }

    int of(TicketTypeId type) {
        return tickets.stream()
                .filter(each -> each.ticketType().equals(type))
                .mapToInt(Tickets::quantity)
                .sum();
    }

    boolean isNothing() {
        return seats == 0 && tickets.isEmpty();
    }

    boolean covers(Stock wanted) {
        return wanted.minus(this).isNothing();
    }

    Stock plus(Stock other) {
        return with(other, Integer::sum);
    }

    /** What is left without the other, of each as far as there is. */
    Stock minus(Stock other) {
        return with(other, (mine, others) -> Math.max(0, mine - others));
    }

    /** What both have. */
    Stock overlap(Stock other) {
        return with(other, Math::min);
    }

    /** One of so many parts, numbered from 0, that differ by one at most and together are the whole. */
    Stock part(int number, int parts) {
        return with(NOTHING, (whole, _) -> share(whole, number + 1, parts) - share(whole, number, parts));
    }

    private static int share(int whole, int number, int parts) {
        return (int) ((long) whole * number / parts);
    }

    private Stock with(Stock other, IntBinaryOperator of) {
        return new Stock(
                of.applyAsInt(seats, other.seats),
                Stream.concat(tickets.stream(), other.tickets.stream())
                        .map(Tickets::ticketType)
                        .distinct()
                        .map(type -> new Tickets(type, of.applyAsInt(of(type), other.of(type))))
                        .filter(each -> each.quantity() > 0)
                        .toList());
    }
}
