package org.palabre.gatherings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.palabre.platform.Answer;
import org.palabre.platform.Client;
import org.palabre.platform.Concert;
import org.palabre.platform.Fair;
import org.palabre.platform.Fair.Person;
import org.palabre.platform.OnePlatform;

/** Tickets from their order to the door, and whatever else may become of their money. */
@ExtendWith(OnePlatform.class)
class TicketsTest {

    private static final String PAYS_AT_ONCE = "0707070700";
    private static final String HAS_NO_MONEY = "0707070702";
    private static final String NEVER_ANSWERS = "0707070703";

    private final Fair fair;
    private final Person admin;
    private Concert concert;
    private Person organiser;
    private Client buyer;
    private String event;

    TicketsTest(Fair fair, Person admin) {
        this.fair = fair;
        this.admin = admin;
    }

    @BeforeEach
    void tickets_are_on_sale() {
        organiser = fair.account("Griot");
        concert = onSale();
        event = concert.path();
        buyer = fair.account("Awa").client();
    }

    @Test
    void money_becomes_tickets_with_a_picture_and_a_paper_that_let_in_once() throws Exception {
        var order = order(buyer, 2, PAYS_AT_ONCE).is(202);
        assertThat(order.header("Location")).isEqualTo("/api/orders/" + order.text("id"));
        assertThat(order.text("amount.amount")).isEqualTo("10000");
        ended(order, "confirmed");

        var tickets = buyer.get("/api/tickets?status=valid").is(200).json().get("results");
        assertThat(tickets).hasSize(2);
        var ticket = tickets.get(0);
        var path = "/api/tickets/" + ticket.get("id").asString();
        var code = ticket.get("code").asString();
        assertThat(code).hasSizeGreaterThanOrEqualTo(16);
        assertThat(code).isNotEqualTo(tickets.get(1).get("code").asString());
        assertThat(ticket.get("event").get("title").asString()).isEqualTo("Nuit du conte");
        assertThat(signed(buyer.get(path + "/qr.png").is(200)).getJWTClaimsSet().getStringClaim("code"))
                .isEqualTo(code);
        try (var paper = Loader.loadPDF(buyer.get(path + "/ticket.pdf").is(200).bytes())) {
            assertThat(new PDFTextStripper().getText(paper))
                    .contains("Nuit du conte", "Place du marché", "Debout", "5 000 XOF", code);
        }
        organiser.client().get(path).refuses(404, "not_found");
        organiser.client().get(path + "/qr.png").refuses(404, "not_found");

        buyer.post(event + "/check-ins", Map.of("code", code)).refuses(403, "forbidden");
        organiser
                .client()
                .post(event + "/check-ins", Map.of("code", "0".repeat(26)))
                .refuses(404, "not_found");
        var typed = code.toLowerCase(java.util.Locale.ROOT).replaceAll("(.{4})", "$1 ");
        var let = organiser
                .client()
                .post(event + "/check-ins", Map.of("code", typed))
                .is(200);
        assertThat(let.text("status")).isEqualTo("used");
        assertThat(let.text("checked_in_by.id")).isEqualTo(organiser.id());
        var again = organiser
                .client()
                .post(event + "/check-ins", Map.of("code", code))
                .refuses(409, "already_checked_in");
        assertThat(again.text("checked_in_at")).isEqualTo(let.text("checked_in_at"));
        assertThat(again.text("checked_in_by.id")).isEqualTo(organiser.id());

        var stats = organiser.client().get(event + "/stats").is(200);
        assertThat(stats.text("tickets_sold")).isEqualTo("2");
        assertThat(stats.text("checked_in_count")).isEqualTo("1");
        assertThat(stats.text("revenue.amount")).isEqualTo("10000");
        assertThat(stats.text("commission.amount")).isEqualTo("500");
        assertThat(stats.text("net_revenue.amount")).isEqualTo("9500");
    }

    @Test
    void tickets_come_by_mail_too_once_and_in_the_language_of_their_buyer() {
        var french = fair.account("Awa");
        var english = new Fair(fair.anyone().with("Accept-Language", "en")).account("Ann");

        ended(french.client(), order(french.client(), 2, PAYS_AT_ONCE).is(202), "confirmed");
        ended(english.client(), order(english.client(), 1, PAYS_AT_ONCE).is(202), "confirmed");

        var mail = fair.mailed(french, "Vos billets pour Nuit du conte");
        assertThat(mail).contains("10 000 XOF", "Place du marché", "2 × Debout", "/tickets");
        for (var ticket : french.client().get("/api/tickets").is(200).json().get("results")) {
            assertThat(mail.replace(" ", "")).contains(ticket.get("code").asString());
        }
        assertThat(fair.mailed(english, "Your ticket for Nuit du conte")).contains("5,000 XOF", "1 × Debout");

        admin.client().post("/api/admin/projections/orders/replay").is(202);
        await().atMost(Duration.ofMinutes(1))
                .until(() -> admin.client()
                        .get("/api/admin/projections")
                        .is(200)
                        .json()
                        .get("results")
                        .valueStream()
                        .allMatch(projection ->
                                projection.get("status").asString().equals("live")));
        assertThat(fair.mails(french)).hasSize(2);
        assertThat(fair.mails(english)).hasSize(2);
    }

    @Test
    void a_ticket_is_good_at_its_own_door_only() {
        ended(order(buyer, 1, PAYS_AT_ONCE).is(202), "confirmed");
        var code = buyer.get("/api/tickets").is(200).text("results.0.code");
        var elsewhere = onSale();

        organiser
                .client()
                .post(elsewhere.path() + "/check-ins", Map.of("code", code))
                .refuses(404, "not_found");
        for (var nonsense : List.of("", "x".repeat(4_001), "a\nb")) {
            organiser
                    .client()
                    .post(event + "/check-ins", Map.of("code", nonsense))
                    .refuses(400, "invalid");
        }
        organiser.client().post(event + "/check-ins", Map.of("code", code)).is(200);
    }

    @Test
    void who_has_no_money_gets_no_ticket_and_the_seats_are_free_again() {
        var order = order(buyer, 3, HAS_NO_MONEY).is(202);

        ended(order, "failed");

        assertThat(buyer.get("/api/tickets").is(200).text("count")).isEqualTo("0");
        assertThat(buyer.get(event).is(200).text("seats_left")).isEqualTo("3");
        assertThat(buyer.get("/api/orders/" + order.text("id")).is(200).text("payment.status"))
                .isEqualTo("failed");
    }

    @Test
    void seats_are_held_until_the_order_is_cancelled() {
        var order = order(buyer, 3, NEVER_ANSWERS).is(202);
        var other = fair.account("Bintou").client();

        assertThat(other.get(event).is(200).text("seats_left")).isEqualTo("0");
        order(other, 1, PAYS_AT_ONCE).refuses(409, "sold_out");
        other.get("/api/orders/" + order.text("id")).refuses(404, "not_found");
        other.delete("/api/orders/" + order.text("id")).refuses(404, "not_found");
        buyer.delete("/api/orders/" + order.text("id")).is(204);
        buyer.delete("/api/orders/" + order.text("id")).is(204);

        ended(other, order(other, 1, PAYS_AT_ONCE).is(202), "confirmed");
    }

    @Test
    void an_order_under_a_key_is_placed_once() {
        var keyed = buyer.with("Idempotency-Key", UUID.randomUUID().toString());

        var first = order(keyed, 1, NEVER_ANSWERS).is(202);
        var second = order(keyed, 1, NEVER_ANSWERS).is(202);

        assertThat(second.text()).isEqualTo(first.text());
        assertThat(buyer.get(event).is(200).text("seats_left")).isEqualTo("2");
        order(keyed, 2, NEVER_ANSWERS).refuses(422, "idempotency_key_reused");
    }

    @Test
    void a_key_remembers_that_an_order_came_too_late_but_not_that_it_was_wrong() {
        var wrong = buyer.with("Idempotency-Key", UUID.randomUUID().toString());
        var unknown = new Concert(concert.id(), UUID.randomUUID().toString(), concert.price(), organiser);

        unknown.order(wrong, 3, "sandbox", NEVER_ANSWERS).refuses(400, "invalid");
        var placed = order(wrong, 3, NEVER_ANSWERS).is(202);

        var late = fair.account("Bintou").client().with("Idempotency-Key", "late");
        order(late, 1, PAYS_AT_ONCE).refuses(409, "sold_out");
        buyer.delete("/api/orders/" + placed.text("id")).is(204);
        order(late, 1, PAYS_AT_ONCE).refuses(409, "sold_out");
        assertThat(buyer.get(event).is(200).text("seats_left")).isEqualTo("3");
    }

    @Test
    void a_gathering_that_is_cancelled_gives_all_money_back() {
        var paid = order(buyer, 1, PAYS_AT_ONCE).is(202);
        ended(paid, "confirmed");
        var pending = order(buyer, 1, NEVER_ANSWERS).is(202);

        organiser.client().post(event + "/cancel").is(200);

        ended(paid, "refunded");
        ended(pending, "cancelled");
        await().until(() -> buyer.get("/api/orders/" + paid.text("id"))
                .is(200)
                .text("payment.status")
                .equals("refunded"));
        assertThat(buyer.get("/api/tickets?status=refunded").is(200).text("count"))
                .isEqualTo("1");
        var code = buyer.get("/api/tickets").is(200).text("results.0.code");
        organiser.client().post(event + "/check-ins", Map.of("code", code)).refuses(409, "ticket_refunded");
        order(buyer, 1, PAYS_AT_ONCE).refuses(409, "not_open");
    }

    @Test
    void who_gets_money_back_from_a_cancelled_gathering_is_told_by_mail() {
        var person = fair.account("Déçue");
        ended(person.client(), order(person.client(), 1, PAYS_AT_ONCE).is(202), "confirmed");
        fair.mailed(person, "Votre billet pour Nuit du conte");

        organiser.client().post(event + "/cancel").is(200);

        assertThat(fair.mailed(person, "Votre paiement de"))
                .contains("Nuit du conte", "L’événement a été annulé.", "5 000 XOF", "vous a été rendu");
    }

    @Test
    void an_admin_gives_money_back_and_the_seats_are_free() {
        var order = order(buyer, 3, PAYS_AT_ONCE).is(202);
        ended(order, "confirmed");
        var payment = order.text("payment.id");

        admin.client().post("/api/admin/payments/%s/refund".formatted(payment)).is(202);

        ended(order, "refunded");
        assertThat(buyer.get(event).is(200).text("seats_left")).isEqualTo("3");
        buyer.delete("/api/orders/" + order.text("id")).refuses(409, "not_cancellable");
    }

    @Test
    void what_cannot_be_ordered_is_told_at_its_field_and_holds_nothing() {
        invalid("items", Map.of("items", List.of()));
        invalid("items", Map.of("items", List.of(item(concert.ticketType(), 11))));
        invalid("items", Map.of("items", List.of(item(concert.ticketType(), 1), item(concert.ticketType(), 1))));
        invalid("items", Map.of("items", List.of(item(UUID.randomUUID().toString(), 1))));
        invalid("provider", Map.of("provider", "mtn_momo"));
        invalid("provider", Map.of("provider", "gold"));
        invalid("telephone", Map.of("telephone", "2721234567"));
        invalid("telephone", Map.of("telephone", "12"));

        assertThat(buyer.get(event).is(200).text("seats_left")).isEqualTo("3");
    }

    @Test
    void less_than_is_sold_cannot_be_offered() {
        ended(order(buyer, 2, PAYS_AT_ONCE).is(202), "confirmed");

        organiser.client().patch(event, Map.of("capacity", 1)).refuses(409, "capacity_too_low");
        offering("5000", 1).refuses(409, "capacity_too_low");
        offering("-1", 3).refuses(400, "invalid");
        assertThat(organiser.client().get(event).is(200).text("capacity")).isEqualTo("3");
        assertThat(organiser.client().get(event).is(200).text("ticket_types.0.price.amount"))
                .isEqualTo("5000");
        offering("5000", 2).is(200);
        assertThat(organiser.client().get(event).is(200).text("seats_left")).isEqualTo("0");
    }

    /** The tickets that there are, offered anew. */
    private Answer offering(String amount, int quota) {
        return organiser
                .client()
                .patch(
                        event,
                        Map.of(
                                "ticket_types",
                                List.of(Map.of(
                                        "id",
                                        concert.ticketType(),
                                        "name",
                                        "Debout",
                                        "price",
                                        Map.of("amount", amount, "currency", "XOF"),
                                        "quota",
                                        quota))));
    }

    private void invalid(String field, Map<String, ?> change) {
        var form = new HashMap<String, Object>(Map.of(
                "items", List.of(item(concert.ticketType(), 1)), "provider", "sandbox", "telephone", PAYS_AT_ONCE));
        form.putAll(change);
        assertThat(buyer.post(event + "/orders", form)
                        .refuses(400, "invalid")
                        .json()
                        .get("errors")
                        .propertyNames())
                .containsExactly(field);
    }

    private Answer order(Client who, int quantity, String telephone) {
        return concert.order(who, quantity, "sandbox", telephone);
    }

    private static Map<String, Object> item(String type, int quantity) {
        return Map.of("ticket_type", type, "quantity", quantity);
    }

    private void ended(Answer order, String status) {
        ended(buyer, order, status);
    }

    private static void ended(Client buyer, Answer order, String status) {
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(buyer.get("/api/orders/" + order.text("id"))
                                .is(200)
                                .text("status"))
                        .isEqualTo(status));
    }

    /** What the picture says, if the platform has signed it. */
    private SignedJWT signed(Answer picture) throws Exception {
        var image = ImageIO.read(new ByteArrayInputStream(picture.bytes()));
        var side = image.getWidth();
        var pixels = image.getRGB(0, 0, side, side, null, 0, side);
        var text = new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels))))
                .getText();
        var pass = SignedJWT.parse(text);
        var key = JWKSet.parse(buyer.get("/.well-known/jwks.json").is(200).text())
                .getKeyByKeyId(pass.getHeader().getKeyID());
        assertThat(pass.verify(new ECDSAVerifier(key.toECKey()))).isTrue();
        return pass;
    }

    private Concert onSale() {
        return Concert.of(organiser, admin, 3, 5_000);
    }
}
