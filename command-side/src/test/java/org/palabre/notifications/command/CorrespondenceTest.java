package org.palabre.notifications.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.palabre.accounts.AccountCommand.AddressOwner;
import org.palabre.accounts.AccountId;
import org.palabre.accounts.Addressee;
import org.palabre.accounts.Language;
import org.palabre.accounts.PersonView;
import org.palabre.gatherings.Access;
import org.palabre.gatherings.Announcement;
import org.palabre.gatherings.CategoryId;
import org.palabre.gatherings.GatheringId;
import org.palabre.gatherings.GatheringNews;
import org.palabre.gatherings.GatheringQuery.CategoryName;
import org.palabre.gatherings.GatheringQuery.FindGathering;
import org.palabre.gatherings.GatheringQuery.GatheringDetails;
import org.palabre.gatherings.GatheringQuery.GatheringView;
import org.palabre.gatherings.GatheringQuery.Surroundings;
import org.palabre.gatherings.GatheringStatus;
import org.palabre.gatherings.Occasion;
import org.palabre.gatherings.OrderEvent.Item;
import org.palabre.gatherings.OrderId;
import org.palabre.gatherings.OrderQuery.FindOrder;
import org.palabre.gatherings.OrderQuery.OrderDetails;
import org.palabre.gatherings.OrderQuery.OrderedGathering;
import org.palabre.gatherings.OrderQuery.StoredOrder;
import org.palabre.gatherings.OrderQuery.TicketDetails;
import org.palabre.gatherings.OrderQuery.TicketTypeName;
import org.palabre.gatherings.OrderStatus;
import org.palabre.gatherings.TicketId;
import org.palabre.gatherings.TicketStatus;
import org.palabre.gatherings.TicketType;
import org.palabre.gatherings.TicketTypeId;
import org.palabre.gatherings.TicketsReady;
import org.palabre.notifications.Channel;
import org.palabre.notifications.NotificationQuery.FindPreferences;
import org.palabre.notifications.NotificationQuery.PreferencesView;
import org.palabre.notifications.NotificationType;
import org.palabre.notifications.PreferenceCommand.Preference;
import org.palabre.payments.MoneyReturned;
import org.palabre.payments.PaymentId;
import org.palabre.payments.PaymentPurpose;
import org.palabre.payments.PlanFeatures;
import org.palabre.payments.PlanId;
import org.palabre.payments.RenewalDue;
import org.palabre.payments.SubscriptionId;
import org.palabre.payments.SubscriptionQuery.PlanView;
import org.palabre.payments.SubscriptionStatus;
import org.palabre.shared.Ids;
import org.palabre.shared.Money;
import org.palabre.web.Commands;
import org.palabre.web.QueriesInMemory;

/** What mails about happenings say, and who gets them. */
class CorrespondenceTest {

    private static final AccountId ADA = AccountId.next();
    private static final Instant STARTS_AT = Instant.parse("2026-12-05T20:00:00Z");
    private static final Instant ENDS_AT = Instant.parse("2026-12-20T10:00:00Z");

    private final List<Mail> delivered = new ArrayList<>();
    private final Reads reads = new Reads();
    private final SimpleCommandBus bus = SimpleCommandBus.builder().build();
    private @Nullable Addressee ada = new Addressee(ADA, "ada@example.org", Language.FR);
    private TicketMails ticketMails;
    private RenewalMails renewalMails;
    private RefundMails refundMails;
    private GatheringMails gatheringMails;

    /** How Ada wants to be told, and what she had ordered for. */
    static final class Reads {

        private PreferencesView preferences = PreferencesView.USUAL;
        private GatheringStatus status = GatheringStatus.APPROVED;

        @QueryHandler
        Optional<StoredOrder> handle(@SuppressWarnings("unused") FindOrder query) {
            return Optional.of(new StoredOrder(
                    order(item("Debout", 5_000)),
                    new OrderedGathering(GatheringId.next(), "nuit-du-conte", "Nuit du conte")));
        }

        @QueryHandler
        Optional<GatheringView> handle(FindGathering query) {
            var announcement = announcement("Nuit du conte", "");
            return Optional.of(GatheringView.of(
                    new GatheringDetails(
                            query.gatheringId(),
                            "nuit-du-conte",
                            ADA,
                            announcement,
                            null,
                            status,
                            null,
                            STARTS_AT,
                            STARTS_AT,
                            1),
                    new Surroundings(
                            new PersonView(ADA, null, "Ada", "Koné", null, false),
                            new CategoryName(announcement.category(), "Musique", "musique"),
                            0,
                            0,
                            0,
                            List.of())));
        }

        @QueryHandler
        PreferencesView handle(@SuppressWarnings("unused") FindPreferences query) {
            return preferences;
        }
    }

    @BeforeEach
    void post_office_opens() {
        bus.subscribe(AddressOwner.class.getName(), _ -> ada);
        var queries = QueriesInMemory.answeredBy(reads);
        var correspondence = new Correspondence(
                new Commands(bus, queries, Duration.ZERO),
                queries,
                new MailTemplates("https://palabre.example"),
                new Postman(delivered::add, new SimpleMeterRegistry()));
        ticketMails = new TicketMails(correspondence);
        renewalMails = new RenewalMails(correspondence);
        refundMails = new RefundMails(correspondence, queries);
        gatheringMails = new GatheringMails(correspondence);
    }

    @ParameterizedTest
    @EnumSource
    void says_the_same_in_both_parts_with_all_its_words(Language language) {
        ada = new Addressee(ADA, "ada@example.org", language);
        ticketMails.run(tickets("Nuit du conte", "Rue 12"));
        ticketMails.run(tickets("Nuit du conte", ""));
        for (var status : List.of(SubscriptionStatus.ACTIVE, SubscriptionStatus.PAST_DUE)) {
            renewalMails.run(renewal(status, true));
            renewalMails.run(renewal(status, false));
        }
        refundMails.run(refund(PaymentPurpose.ORDER));
        reads.status = GatheringStatus.CANCELLED;
        refundMails.run(refund(PaymentPurpose.ORDER));
        refundMails.run(refund(PaymentPurpose.SUBSCRIPTION));
        for (var occasion : Occasion.values()) {
            gatheringMails.run(news(occasion, announcement("Nuit du conte", "Rue 12")));
            gatheringMails.run(news(occasion, announcement("Nuit du conte", "", ticketType("Debout", 5_000))));
        }

        assertThat(delivered).hasSize(23).allSatisfy(mail -> {
            assertThat(mail.to()).isEqualTo("ada@example.org");
            assertThat(mail.accountId()).isEqualTo(ADA);
            assertThat(mail.headers())
                    .containsEntry("Content-Language", language.locale().getLanguage());
            assertThat(mail.subject()).isNotBlank().doesNotContain("??");
            assertThat(mail.text()).doesNotContain("??", mail.subject(), "\n\n\n");
            assertThat(mail.html()).doesNotContain("??", " th:", "<th:");
            mail.text()
                    .lines()
                    .filter(line -> !line.startsWith("-- "))
                    .forEach(line ->
                            assertThat(mail.html()).contains(line.strip().replace("Palabre · ", "")));
        });
    }

    @Test
    void tickets_come_with_what_where_and_when_and_their_codes() {
        ticketMails.run(tickets("Nuit du conte", "Rue 12"));

        var mail = delivered.getFirst();
        assertThat(mail.subject()).isEqualTo("Vos billets pour Nuit du conte");
        assertThat(mail.text().replaceAll("\\p{Z}", " "))
                .contains(
                        "Votre paiement de 17 000 XOF est arrivé. Voici vos billets",
                        "samedi 5 décembre 2026 à 20:00 (UTC)",
                        "Place du marché",
                        "Rue 12",
                        "1 × Debout, à 5 000 XOF",
                        "1 × Assis, à 12 000 XOF",
                        "ABCD EFGH JKMN PQRS TVWX YZ01 23",
                        "https://palabre.example/tickets");
    }

    @Test
    void one_ticket_is_one() {
        ada = new Addressee(ADA, "ada@example.org", Language.EN);
        ticketMails.run(new TicketsReady(
                order(item("Standing", 5_000)),
                ADA,
                announcement("Story night", ""),
                List.of(ticket("Standing", 5_000, "ABCDEFGHJKMNPQRSTVWXYZ0123"))));

        assertThat(delivered.getFirst().subject()).isEqualTo("Your ticket for Story night");
        assertThat(delivered.getFirst().text())
                .contains("Here is your ticket:", "1 × Standing, at 5,000 XOF", "The code to show at the door:");
    }

    @Test
    void what_people_wrote_is_escaped_in_html_and_nowhere_else() {
        ticketMails.run(tickets("<b>Nuit</b> & {0} ''jour''", ""));

        var mail = delivered.getFirst();
        assertThat(mail.subject()).isEqualTo("Vos billets pour <b>Nuit</b> & {0} ''jour''");
        assertThat(mail.text()).contains("<b>Nuit</b> & {0} ''jour''");
        assertThat(mail.html()).contains("&lt;b&gt;Nuit&lt;/b&gt; &amp; {0}").doesNotContain("<b>");
    }

    @Test
    void a_period_that_ends_is_told_with_plan_price_and_last_day() {
        renewalMails.run(renewal(SubscriptionStatus.ACTIVE, true));
        renewalMails.run(renewal(SubscriptionStatus.PAST_DUE, true));

        assertThat(delivered)
                .extracting(Mail::subject)
                .containsExactly(
                        "Votre formule Grande place se termine le 20 décembre 2026",
                        "Votre formule Grande place est à renouveler");
        assertThat(delivered.getFirst().text().replaceAll("\\p{Z}", " "))
                .contains(
                        "valable jusqu’au 20 décembre 2026 à 10:00 (UTC)",
                        "Prix de la formule Grande place : 5 000 XOF",
                        "https://palabre.example/plans");
        assertThat(delivered.getLast().text()).contains("jusqu’au 27 décembre 2026 à 10:00 (UTC)");
    }

    @Test
    void a_plan_that_is_not_offered_any_more_has_no_price() {
        renewalMails.run(renewal(SubscriptionStatus.ACTIVE, false));

        assertThat(delivered.getFirst().text())
                .contains("choisissez une autre formule")
                .doesNotContain("XOF");
    }

    @Test
    void money_that_went_back_is_told_with_what_it_had_paid_for() {
        refundMails.run(refund(PaymentPurpose.ORDER));
        refundMails.run(refund(PaymentPurpose.SUBSCRIPTION));

        assertThat(delivered)
                .extracting(mail -> mail.subject().replaceAll("\\p{Z}", " "))
                .containsOnly("Votre paiement de 5 000 XOF vous a été rendu");
        assertThat(delivered.getFirst().text())
                .contains("Nuit du conte", "pour des billets")
                .doesNotContain("annulé");
        assertThat(delivered.getLast().text()).contains("pour une formule").doesNotContain("Nuit du conte");
    }

    @Test
    void a_gathering_that_was_cancelled_is_said_to_be_so() {
        reads.status = GatheringStatus.CANCELLED;

        refundMails.run(refund(PaymentPurpose.ORDER));

        assertThat(delivered.getFirst().text()).contains("Nuit du conte\nL’événement a été annulé.\n\nVotre paiement");
    }

    @Test
    void a_change_is_told_with_when_where_and_how_much_it_is_now() {
        gatheringMails.run(news(
                Occasion.CHANGED,
                announcement("Nuit du conte", "Rue 12", ticketType("Debout", 5_000), ticketType("Assis", 12_000))));

        var mail = delivered.getFirst();
        assertThat(mail.subject()).isEqualTo("Du nouveau pour Nuit du conte");
        assertThat(mail.text().replaceAll("\\p{Zs}", " "))
                .contains(
                        "    Nuit du conte\n",
                        "    Début : samedi 5 décembre 2026 à 20:00 (UTC)\n",
                        "    Fin : dimanche 6 décembre 2026 à 01:00 (UTC)\n",
                        "    Place du marché\n    Rue 12\n",
                        "    Debout : 5 000 XOF\n    Assis : 12 000 XOF\n",
                        "https://palabre.example/events/event?id=nuit-du-conte\n");
        assertThat(mail.html()).contains("href=\"https://palabre.example/events/event?id=nuit-du-conte\"");
    }

    @Test
    void a_rejection_is_told_with_its_reason_and_leads_to_the_desk() {
        var news = news(Occasion.REJECTED, announcement("Nuit du conte", ""), "Trop court.\nEt <b>sans</b> lieu.");
        gatheringMails.run(news);

        assertThat(delivered.getFirst().text())
                .contains(
                        "Trop court.\nEt <b>sans</b> lieu.",
                        "https://palabre.example/organise/event?id="
                                + news.gathering().id());
        assertThat(delivered.getFirst().html()).contains("Trop court.\nEt &lt;b&gt;sans&lt;/b&gt; lieu.");
    }

    @Test
    void money_is_spoken_of_where_tickets_were_sold() {
        gatheringMails.run(news(Occasion.CANCELLED, announcement("Nuit du conte", "")));
        gatheringMails.run(news(Occasion.CANCELLED, announcement("Nuit du conte", "", ticketType("Debout", 5_000))));

        assertThat(delivered).extracting(Mail::subject).containsOnly("Annulé : Nuit du conte");
        assertThat(delivered.getFirst().text()).doesNotContain("argent");
        assertThat(delivered.getLast().text())
                .contains("L’argent des billets payés revient de lui-même")
                .doesNotContain("XOF");
    }

    @Test
    void each_type_of_news_can_be_switched_off_for_itself() {
        reads.preferences =
                reads.preferences.with(new Preference(NotificationType.EVENT_CHANGED, Channel.EMAIL, false));

        gatheringMails.run(news(Occasion.CHANGED, announcement("Nuit du conte", "")));
        gatheringMails.run(news(Occasion.CANCELLED, announcement("Nuit du conte", "")));

        assertThat(delivered).extracting(Mail::subject).containsExactly("Annulé : Nuit du conte");
    }

    @Test
    void a_happening_is_the_same_mail_each_time() {
        var tickets = tickets("Nuit du conte", "");
        ticketMails.run(tickets);
        ticketMails.run(tickets);
        ticketMails.run(tickets("Nuit du conte", ""));
        var offered = renewal(SubscriptionStatus.ACTIVE, true);
        renewalMails.run(offered);
        renewalMails.run(offered);
        renewalMails.run(renewal(SubscriptionStatus.PAST_DUE, true));

        var ids = delivered.stream().map(Mail::id).toList();
        assertThat(ids.get(0)).isEqualTo(ids.get(1));
        assertThat(ids.get(3)).isEqualTo(ids.get(4));
        assertThat(Stream.of(0, 2, 3, 5).map(ids::get)).doesNotHaveDuplicates();
    }

    @Test
    void who_does_not_want_it_gets_no_mail() {
        reads.preferences =
                reads.preferences.with(new Preference(NotificationType.TICKETS_ISSUED, Channel.EMAIL, false));

        ticketMails.run(tickets("Nuit du conte", ""));
        renewalMails.run(renewal(SubscriptionStatus.ACTIVE, true));

        assertThat(delivered)
                .extracting(Mail::subject)
                .singleElement()
                .asString()
                .contains("formule");
    }

    @Test
    void who_is_gone_gets_no_mail() {
        ada = null;

        ticketMails.run(tickets("Nuit du conte", ""));

        assertThat(delivered).isEmpty();
    }

    private static MoneyReturned refund(PaymentPurpose purpose) {
        return new MoneyReturned(PaymentId.next(), ADA, money(5_000), purpose, Ids.next());
    }

    private static RenewalDue renewal(SubscriptionStatus status, boolean stillOffered) {
        return new RenewalDue(
                SubscriptionId.of(ADA),
                ADA,
                new PlanView(
                        PlanId.next(),
                        "Grande place",
                        money(5_000),
                        Period.ofMonths(1),
                        new PlanFeatures(3, new BigDecimal("0.02")),
                        0),
                stillOffered,
                status,
                ENDS_AT,
                ENDS_AT.plus(Duration.ofDays(7)));
    }

    /** Two of them. */
    private static TicketsReady tickets(String title, String address) {
        return new TicketsReady(
                order(item("Debout", 5_000), item("Assis", 12_000)),
                ADA,
                announcement(title, address),
                List.of(
                        ticket("Debout", 5_000, "ABCDEFGHJKMNPQRSTVWXYZ0123"),
                        ticket("Assis", 12_000, "0123456789ABCDEFGHJKMNPQRS")));
    }

    private static GatheringNews news(Occasion occasion, Announcement announcement) {
        return news(occasion, announcement, occasion == Occasion.REJECTED ? "Trop court.\nEt sans lieu." : null);
    }

    private static GatheringNews news(Occasion occasion, Announcement announcement, @Nullable String reason) {
        return new GatheringNews(
                occasion,
                ADA,
                Ids.next(),
                new GatheringDetails(
                        GatheringId.next(),
                        "nuit-du-conte",
                        AccountId.next(),
                        announcement,
                        null,
                        GatheringStatus.APPROVED,
                        reason,
                        STARTS_AT,
                        STARTS_AT,
                        1));
    }

    private static TicketType ticketType(String name, int price) {
        return new TicketType(TicketTypeId.next(), name, money(price), 10);
    }

    private static OrderDetails order(Item... items) {
        return new OrderDetails(
                OrderId.next(),
                GatheringId.next(),
                List.of(items),
                Stream.of(items).map(Item::price).reduce(Money::plus).orElseThrow(),
                STARTS_AT,
                STARTS_AT,
                OrderStatus.CONFIRMED,
                PaymentId.next(),
                1);
    }

    private static Item item(String name, int price) {
        return new Item(TicketTypeId.next(), name, 1, money(price));
    }

    private static TicketDetails ticket(String type, int price, String code) {
        return new TicketDetails(
                TicketId.ofCode(code),
                GatheringId.next(),
                new TicketTypeName(TicketTypeId.next(), type),
                money(price),
                code,
                TicketStatus.VALID,
                STARTS_AT,
                null,
                null,
                0);
    }

    private static Announcement announcement(String title, String address, TicketType... types) {
        return new Announcement(
                title,
                "On écoute.",
                "",
                CategoryId.next(),
                STARTS_AT,
                STARTS_AT.plus(Duration.ofHours(5)),
                "Place du marché",
                address,
                null,
                null,
                Access.PAID,
                null,
                List.of(types));
    }

    private static Money money(int amount) {
        return new Money(BigDecimal.valueOf(amount), "XOF");
    }
}
