package org.palabre.gatherings.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.palabre.gatherings.GatheringRefusal.NOT_CANCELLABLE;
import static org.palabre.gatherings.GatheringRefusal.SOLD_OUT;
import static org.palabre.gatherings.GatheringRefusal.TICKET_REFUNDED;
import static org.palabre.gatherings.command.Announcements.SITTING;
import static org.palabre.gatherings.command.Announcements.STANDING;
import static org.palabre.gatherings.command.Announcements.changes;
import static org.palabre.gatherings.command.Announcements.paid;
import static org.palabre.gatherings.command.Announcements.price;
import static org.palabre.gatherings.command.Announcements.sitting;
import static org.palabre.gatherings.command.Announcements.standing;
import static org.palabre.shared.Refused.Common.EMAIL_NOT_VERIFIED;
import static org.palabre.shared.Refused.Common.FORBIDDEN;
import static org.palabre.shared.Refused.Common.NOT_FOUND;
import static org.palabre.shared.Refused.Common.UNAVAILABLE;

import com.nimbusds.jwt.SignedJWT;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.axonframework.modelling.command.Repository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palabre.accounts.AccountId;
import org.palabre.deadlines.DeadlinesInMemory;
import org.palabre.gatherings.GatheringEvent.GatheringAnnounced;
import org.palabre.gatherings.GatheringId;
import org.palabre.gatherings.OrderCommand.AskForMoney;
import org.palabre.gatherings.OrderCommand.CallOffOrder;
import org.palabre.gatherings.OrderCommand.CallOffOrders;
import org.palabre.gatherings.OrderCommand.CancelOrder;
import org.palabre.gatherings.OrderCommand.ConfirmOrder;
import org.palabre.gatherings.OrderCommand.ExpireOrder;
import org.palabre.gatherings.OrderCommand.FailOrder;
import org.palabre.gatherings.OrderCommand.PlaceOrder;
import org.palabre.gatherings.OrderCommand.TellTickets;
import org.palabre.gatherings.OrderId;
import org.palabre.gatherings.OrderQuery.OrderDetails;
import org.palabre.gatherings.OrderQuery.TicketDetails;
import org.palabre.gatherings.OrderStatus;
import org.palabre.gatherings.SeatBlockEvent.Tickets;
import org.palabre.gatherings.TicketEvent.TicketIssued;
import org.palabre.gatherings.TicketEvent.TicketRefunded;
import org.palabre.gatherings.TicketId;
import org.palabre.gatherings.TicketsReady;
import org.palabre.payments.PaymentCommand.ReturnMoney;
import org.palabre.payments.PaymentEvent.PaymentFailed;
import org.palabre.payments.PaymentEvent.PaymentSucceeded;
import org.palabre.payments.PaymentEvent.RefundBegan;
import org.palabre.payments.PaymentFailure;
import org.palabre.payments.PaymentPurpose;
import org.palabre.payments.Provider;
import org.palabre.shared.Actor;
import org.palabre.shared.Refused;
import org.palabre.shared.Refused.Refusal;
import org.palabre.signing.SigningKey;

/** Ada buys tickets for a concert of two seats in front and three behind. */
class OrdersTest {

    private static final GatheringId CONCERT = GatheringId.next();
    private static final Actor ADA = account(true);
    private static final Actor BOB = account(true);
    private static final Actor PLATFORM = new Actor.Platform();
    private static final BigDecimal COMMISSION = new BigDecimal("0.05");

    private final Village village = new Village();
    private final Repository<Order> orders = village.repository(Order.class);
    private final Repository<Ticket> tickets = village.repository(Ticket.class);
    private final OrderCommands commands = new OrderCommands(
            orders, village.seats, village.deadlines.deadlines(), village.clock, Duration.ofMinutes(15));
    private final Repository<Gathering> gatherings = village.repository(Gathering.class);
    private OrderSettlement settlement;
    private BuyerNews news;
    private SigningKey key;

    @BeforeEach
    void doors_open(@TempDir Path home) {
        key = SigningKey.fromFileOrNew(home.resolve("key.pem"));
        var office = new TicketOffice(tickets, new Passes(key));
        news = new BuyerNews(
                orders,
                new Gatherings(gatherings, village.seats),
                office,
                DeadlinesInMemory.patience(village.clock),
                village.clock);
        settlement = new OrderSettlement(
                orders,
                village.seats,
                office,
                new StoredSeats(village.store),
                village.deadlines.deadlines(),
                DeadlinesInMemory.patience(village.clock),
                village.clock);
        village.does(() -> village.seats.open(CONCERT, paid(standing(3), sitting(2))));
    }

    @Test
    void an_order_holds_its_seats_and_asks_for_its_money() {
        var order = ordered(ADA, new Tickets(SITTING, 2), new Tickets(STANDING, 1));

        assertThat(order.status()).isEqualTo(OrderStatus.PENDING);
        assertThat(order.amount()).isEqualTo(price(29_000));
        assertThat(order.expiresAt()).isEqualTo(Village.NOW.plus(Duration.ofMinutes(15)));
        assertThat(village.deadlines.all())
                .anySatisfy(deadline -> assertThat(deadline).isInstanceOfSatisfying(AskForMoney.class, ask -> {
                    var request = village.does(() -> settlement.handle(ask, PLATFORM));
                    assertThat(request.paymentId()).isEqualTo(order.payment());
                    assertThat(request.purchase()).isEqualTo(order.id().value());
                    assertThat(request.amount()).isEqualTo(price(29_000));
                    assertThat(request.expiresAt()).isEqualTo(order.expiresAt());
                }))
                .contains(new ExpireOrder(order.id()));
        refused(SOLD_OUT, () -> ordered(BOB, new Tickets(SITTING, 1)));
    }

    @Test
    void nobody_is_asked_for_the_money_of_an_order_that_was_lost() {
        var order = ordered(ADA, new Tickets(SITTING, 2));
        var ask = village.deadlines.all().stream()
                .filter(AskForMoney.class::isInstance)
                .map(AskForMoney.class::cast)
                .findFirst()
                .orElseThrow();

        refused(
                UNAVAILABLE,
                () -> village.does(() ->
                        settlement.handle(new AskForMoney(OrderId.next(), ask.request(), Village.NOW), PLATFORM)));
        assertThat(village.does(() -> Optional.ofNullable(settlement.handle(
                        new AskForMoney(OrderId.next(), ask.request(), Village.NOW.minus(Duration.ofHours(1))),
                        PLATFORM))))
                .isEmpty();
        settle(new ExpireOrder(OrderId.next()));
        assertThat(status(order)).isEqualTo(OrderStatus.PENDING);
    }

    @Test
    void only_who_has_proved_the_e_mail_orders() {
        refused(EMAIL_NOT_VERIFIED, () -> ordered(account(false), new Tickets(SITTING, 1)));
    }

    @Test
    void money_becomes_as_many_tickets_as_seats_each_with_a_code_of_its_own() {
        var order = ordered(ADA, new Tickets(SITTING, 2), new Tickets(STANDING, 1));

        settle(new ConfirmOrder(order.id()));

        var issued = issued();
        assertThat(status(order)).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(issued).extracting(TicketIssued::ticketType).containsExactly(SITTING, SITTING, STANDING);
        assertThat(issued).extracting(TicketIssued::price).containsExactly(price(12_000), price(12_000), price(5_000));
        assertThat(issued).extracting(it -> it.code().orEmpty()).doesNotHaveDuplicates();
        assertThat(issued)
                .allSatisfy(ticket ->
                        assertThat(TicketId.ofCode(ticket.code().orEmpty())).isEqualTo(ticket.ticketId()));
    }

    @Test
    void the_buyer_is_told_of_the_tickets() {
        announce(Announcements.ENDS_AT);
        var order = ordered(ADA, new Tickets(SITTING, 2), new Tickets(STANDING, 1));
        settle(new ConfirmOrder(order.id()));

        assertThat(told(order)).hasValueSatisfying(news -> {
            assertThat(news.buyer()).isEqualTo(new AccountId(ADA.account().id()));
            assertThat(news.order().amount()).isEqualTo(price(29_000));
            assertThat(news.gathering().title()).isEqualTo("Nuit du conte");
            assertThat(news.tickets())
                    .extracting(TicketDetails::code)
                    .containsExactlyElementsOf(
                            issued().stream().map(it -> it.code().orEmpty()).toList());
        });
    }

    @Test
    void nobody_is_told_of_tickets_that_were_refunded_or_came_too_late() {
        announce(Village.NOW);
        var over = ordered(ADA, new Tickets(SITTING, 1));
        settle(new ConfirmOrder(over.id()));
        assertThat(told(over)).isEmpty();

        var refunded = ordered(BOB, new Tickets(STANDING, 1));
        settle(new ConfirmOrder(refunded.id()));
        settle(new CallOffOrder(refunded.id()));
        assertThat(told(refunded)).isEmpty();
    }

    @Test
    void what_is_told_waits_for_the_tickets_and_not_for_ever() {
        var order = ordered(ADA, new Tickets(SITTING, 1));

        refused(UNAVAILABLE, () -> told(order));
        assertThat(told(new TellTickets(order.id(), 1, Village.NOW.minus(Duration.ofHours(1)))))
                .isEmpty();
    }

    @Test
    void a_pass_can_be_verified_with_the_public_key_alone() throws Exception {
        settle(new ConfirmOrder(ordered(ADA, new Tickets(SITTING, 1)).id()));

        var ticket = issued().getFirst();
        var pass = SignedJWT.parse(ticket.pass().orEmpty());
        assertThat(pass.verify(new com.nimbusds.jose.crypto.ECDSAVerifier(
                        key.publicPart().toECKey())))
                .isTrue();
        assertThat(pass.getJWTClaimsSet().getStringClaim("event")).isEqualTo(CONCERT.toString());
        assertThat(Passes.code(ticket.pass().orEmpty())).isEqualTo(ticket.code().orEmpty());
        assertThat(pass.getJWTClaimsSet().getExpirationTime()).isNull();
    }

    @Test
    void money_that_is_told_of_twice_makes_tickets_once() {
        var order = ordered(ADA, new Tickets(SITTING, 1));

        settle(new ConfirmOrder(order.id()));
        settle(new ConfirmOrder(order.id()));
        settle(new ExpireOrder(order.id()));
        settle(new FailOrder(order.id()));

        assertThat(issued()).hasSize(1);
        assertThat(status(order)).isEqualTo(OrderStatus.CONFIRMED);
    }

    @Test
    void seats_whose_hold_has_ended_can_be_had_again() {
        var order = ordered(ADA, new Tickets(SITTING, 2));

        settle(new ExpireOrder(order.id()));

        assertThat(status(order)).isEqualTo(OrderStatus.EXPIRED);
        ordered(BOB, new Tickets(SITTING, 2));
    }

    @Test
    void late_money_gets_seats_if_there_are_any() {
        var order = ordered(ADA, new Tickets(SITTING, 2));
        settle(new ExpireOrder(order.id()));

        settle(new ConfirmOrder(order.id()));

        assertThat(status(order)).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(issued()).hasSize(2);
        refused(SOLD_OUT, () -> ordered(BOB, new Tickets(SITTING, 1)));
    }

    @Test
    void late_money_for_seats_that_are_gone_goes_back() {
        var order = ordered(ADA, new Tickets(SITTING, 2));
        settle(new ExpireOrder(order.id()));
        ordered(BOB, new Tickets(SITTING, 1));

        settle(new ConfirmOrder(order.id()));

        assertThat(status(order)).isEqualTo(OrderStatus.REFUNDED);
        assertThat(issued()).isEmpty();
        assertThat(village.deadlines.all()).contains(new ReturnMoney(order.payment()));
    }

    @Test
    void late_money_that_goes_back_already_gets_no_seats_whichever_is_heard_of_first() {
        var order = ordered(ADA, new Tickets(SITTING, 2));
        settle(new ExpireOrder(order.id()));

        settle(new CallOffOrder(order.id()));
        settle(new ConfirmOrder(order.id()));

        assertThat(status(order)).isEqualTo(OrderStatus.CANCELLED);
        assertThat(issued()).isEmpty();
        assertThat(village.deadlines.all()).contains(new ReturnMoney(order.payment()));
        ordered(BOB, new Tickets(SITTING, 2));
    }

    @Test
    void money_that_does_not_come_frees_the_seats() {
        var order = ordered(ADA, new Tickets(SITTING, 2));

        settle(new FailOrder(order.id()));

        assertThat(status(order)).isEqualTo(OrderStatus.FAILED);
        ordered(BOB, new Tickets(SITTING, 2));
    }

    @Test
    void who_cancels_gives_the_seats_back_and_gets_back_whatever_was_paid() {
        var order = ordered(ADA, new Tickets(SITTING, 2));

        refused(NOT_FOUND, () -> cancel(order, BOB));
        cancel(order, ADA);
        cancel(order, ADA);
        settle(new ConfirmOrder(order.id()));

        assertThat(status(order)).isEqualTo(OrderStatus.CANCELLED);
        assertThat(issued()).isEmpty();
        assertThat(village.deadlines.all()).contains(new ReturnMoney(order.payment()));
        ordered(BOB, new Tickets(SITTING, 2));
    }

    @Test
    void what_is_paid_cannot_be_cancelled() {
        var order = ordered(ADA, new Tickets(SITTING, 2));
        settle(new ConfirmOrder(order.id()));

        refused(NOT_CANCELLABLE, () -> cancel(order, ADA));
    }

    @Test
    void a_gathering_that_is_cancelled_gives_all_money_back() {
        var paid = ordered(ADA, new Tickets(SITTING, 1));
        var pending = ordered(BOB, new Tickets(STANDING, 2));
        var over = ordered(BOB, new Tickets(STANDING, 1));
        settle(new ConfirmOrder(paid.id()));
        settle(new ExpireOrder(over.id()));

        village.does(() -> village.seats.close(CONCERT));
        settle(new CallOffOrders(CONCERT));

        assertThat(village.deadlines.all())
                .contains(new CallOffOrder(paid.id()), new CallOffOrder(pending.id()))
                .doesNotContain(new CallOffOrder(over.id()));
        settle(new CallOffOrder(paid.id()));
        settle(new CallOffOrder(paid.id()));
        settle(new CallOffOrder(pending.id()));
        assertThat(status(paid)).isEqualTo(OrderStatus.REFUNDED);
        assertThat(status(pending)).isEqualTo(OrderStatus.CANCELLED);
        assertThat(village.history())
                .filteredOn(TicketRefunded.class::isInstance)
                .containsExactly(new TicketRefunded(issued().getFirst().ticketId()));
        assertThat(village.deadlines.all())
                .contains(new ReturnMoney(paid.payment()), new ReturnMoney(pending.payment()));
    }

    @Test
    void payments_lead_to_orders_and_to_nothing_else() {
        var order = ordered(ADA, new Tickets(SITTING, 1));
        var purchase = order.id().value();

        village.does(() -> {
            settlement.on(new PaymentSucceeded(order.payment(), PaymentPurpose.ORDER, purchase));
            settlement.on(new PaymentFailed(order.payment(), PaymentPurpose.ORDER, purchase, PaymentFailure.REFUSED));
            settlement.on(new RefundBegan(order.payment(), PaymentPurpose.ORDER, purchase));
            settlement.on(new PaymentSucceeded(order.payment(), PaymentPurpose.SUBSCRIPTION, UUID.randomUUID()));
        });

        assertThat(village.deadlines.all())
                .filteredOn(deadline -> !(deadline instanceof AskForMoney))
                .containsExactlyInAnyOrder(
                        new ExpireOrder(order.id()),
                        new ConfirmOrder(order.id()),
                        new FailOrder(order.id()),
                        new CallOffOrder(order.id()));
    }

    @Test
    void a_ticket_lets_in_once_and_not_when_it_was_refunded() {
        settle(new ConfirmOrder(ordered(ADA, new Tickets(SITTING, 1)).id()));
        var doorkeeper = AccountId.next();
        var ticket = issued().getFirst().ticketId().toString();

        assertThat(village.does(() -> tickets.load(ticket).<Boolean>invoke(it -> it.checkIn(doorkeeper))))
                .isTrue();
        assertThat(village.does(() -> tickets.load(ticket).<Boolean>invoke(it -> it.checkIn(AccountId.next()))))
                .isFalse();
        assertThat(village.does(() -> tickets.load(ticket).invoke(Ticket::view)).checkedInBy())
                .isEqualTo(doorkeeper);
        refused(
                NOT_FOUND,
                () -> village.does(() -> tickets.load(ticket).execute(it -> it.mustBeFor(GatheringId.next()))));
        village.does(() -> tickets.load(ticket).execute(Ticket::refund));
        refused(
                TICKET_REFUNDED,
                () -> village.does(() -> tickets.load(ticket).<Boolean>invoke(it -> it.checkIn(doorkeeper))));
    }

    @Test
    void only_the_platform_settles() {
        var order = ordered(ADA, new Tickets(SITTING, 1));

        refused(FORBIDDEN, () -> village.does(() -> settlement.handle(new ConfirmOrder(order.id()), ADA)));
        refused(FORBIDDEN, () -> village.does(() -> settlement.handle(new CallOffOrder(order.id()), ADA)));
        refused(
                FORBIDDEN,
                () -> village.does(() -> {
                    news.handle(new TellTickets(order.id(), 0, Village.NOW), ADA);
                }));
    }

    private void announce(Instant endsAt) {
        var announcement = AnnouncementEdit.of(
                paid(standing(3), sitting(2)), changes().endsAt(endsAt).all());
        village.does(() -> gatherings.newInstance(
                () -> new Gathering(new GatheringAnnounced(CONCERT, AccountId.next(), "nuit-du-conte", announcement))));
    }

    private Optional<TicketsReady> told(OrderDetails order) {
        return told(new TellTickets(order.id(), 1, Village.NOW));
    }

    private Optional<TicketsReady> told(TellTickets command) {
        return village.does(() -> Optional.ofNullable(news.handle(command, PLATFORM)));
    }

    private OrderDetails ordered(Actor buyer, Tickets... items) {
        return decided(village.does(() -> commands.handle(
                new PlaceOrder(OrderId.next(), CONCERT, List.of(items), Provider.SANDBOX, "+2250707070701", COMMISSION),
                buyer)));
    }

    /** A refusal may also be the answer. */
    private static OrderDetails decided(Object answer) {
        return switch (answer) {
            case Refusal refusal -> throw new Refused(refusal);
            default -> (OrderDetails) answer;
        };
    }

    private void cancel(OrderDetails order, Actor who) {
        village.does(() -> commands.handle(new CancelOrder(order.id()), who));
    }

    private void settle(Object command) {
        village.does(() -> {
            switch (command) {
                case ConfirmOrder confirm -> settlement.handle(confirm, PLATFORM);
                case ExpireOrder expire -> settlement.handle(expire, PLATFORM);
                case FailOrder fail -> settlement.handle(fail, PLATFORM);
                case CallOffOrder callOff -> settlement.handle(callOff, PLATFORM);
                case CallOffOrders callOff -> settlement.handle(callOff, PLATFORM);
                default -> throw new IllegalArgumentException(command.toString());
            }
        });
    }

    private OrderStatus status(OrderDetails order) {
        return village.does(() -> orders.load(order.id().toString()).invoke(Order::status));
    }

    private List<TicketIssued> issued() {
        return village.history().stream()
                .filter(TicketIssued.class::isInstance)
                .map(TicketIssued.class::cast)
                .toList();
    }

    private static void refused(Refused.Reason reason, Runnable something) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(something::run)
                .matches(refused -> refused.is(reason), "because of " + reason);
    }

    private static Actor account(boolean proved) {
        return new Actor.Account(UUID.randomUUID(), UUID.randomUUID(), proved, Set.of());
    }
}
