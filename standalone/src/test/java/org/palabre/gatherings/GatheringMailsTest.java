package org.palabre.gatherings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.palabre.platform.Patience.await;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.palabre.platform.Concert;
import org.palabre.platform.Fair;
import org.palabre.platform.Fair.Person;
import org.palabre.platform.OnePlatform;

/** What happens to a gathering reaches those whom it concerns, each once, and nobody else. */
@ExtendWith(OnePlatform.class)
class GatheringMailsTest {

    private static final String PAYS_AT_ONCE = "0707070700";
    private static final Instant STARTS_AT = Instant.parse("2040-06-01T18:00:00Z");

    private final Fair fair;
    private final Person admin;
    private Person organiser;

    GatheringMailsTest(Fair fair, Person admin) {
        this.fair = fair;
        this.admin = admin;
    }

    @BeforeEach
    void somebody_organises() {
        organiser = fair.account("Griot");
    }

    @Test
    void an_edit_is_told_once_to_each_who_comes_or_waits() {
        var ball = approved(announced("Bal", Map.of("capacity", 3)));
        var gone = fair.account("Partie");
        var seated = fair.account("Assise");
        var deaf = fair.account("Sourde");
        var waiting = fair.account("Patiente");
        takesPart(gone, ball);
        gone.client().delete(ball + "/participation").is(204);
        for (var each : List.of(organiser, seated, deaf, waiting)) {
            takesPart(each, ball);
        }
        deaf.client()
                .put("/api/users/me/notification-preferences", Map.of("event_changed", Map.of("email", false)))
                .is(200);

        organiser.client().patch(ball, moved()).is(200);

        await().until(() -> told(seated, "Du nouveau pour Bal") == 1 && told(waiting, "Du nouveau pour Bal") == 1);
        assertThat(fair.mailed(seated, "Du nouveau pour Bal"))
                .contains(
                        "Début : vendredi 1 juin 2040 à 18:00 (UTC)",
                        "Plateau",
                        "/events/event?id=" + organiser.client().get(ball).text("slug"));

        organiser.client().post(ball + "/cancel").is(200);

        await().until(() -> told(seated, "Annulé : Bal") == 1
                && told(deaf, "Annulé : Bal") == 1
                && told(waiting, "Annulé : Bal") == 1);
        var mails = told(seated, "");
        admin.client().post("/api/admin/projections/gatherings/replay").is(202);
        await().until(() -> admin.client()
                .get("/api/admin/projections")
                .is(200)
                .json()
                .get("results")
                .valueStream()
                .allMatch(projection -> projection.get("status").asString().equals("live")));
        assertThat(told(seated, "")).isEqualTo(mails);
        assertThat(told(seated, "Du nouveau pour Bal")).isEqualTo(1);
        assertThat(told(waiting, "Du nouveau pour Bal")).isEqualTo(1);
        assertThat(told(deaf, "Du nouveau pour Bal")).isZero();
        assertThat(told(gone, "Du nouveau pour Bal")).isZero();
        assertThat(told(gone, "Annulé : Bal")).isZero();
        assertThat(told(organiser, "Du nouveau pour Bal")).isZero();
        assertThat(told(organiser, "Annulé : Bal")).isZero();
    }

    @Test
    void who_has_tickets_is_told_once_of_changes_and_of_the_end_that_refunds_them() {
        var concert = Concert.of(organiser, admin, 5, 5_000);
        var holder = new Fair(fair.anyone().with("Accept-Language", "en")).account("Ann");
        var refunded = fair.account("Rendue");
        buys(holder, concert, 2);
        var payment = buys(refunded, concert, 1);
        admin.client().post("/api/admin/payments/%s/refund".formatted(payment)).is(202);
        fair.mailed(refunded, "Votre paiement de");

        var dearer = new HashMap<String, Object>(moved());
        dearer.put(
                "ticket_types",
                List.of(Map.of(
                        "id",
                        concert.ticketType(),
                        "name",
                        "Debout",
                        "price",
                        Map.of("amount", "6000", "currency", "XOF"),
                        "quota",
                        6)));
        organiser.client().patch(concert.path(), dearer).is(200);

        assertThat(fair.mailed(holder, "News of Nuit du conte"))
                .contains("Begins: Friday, June 1, 2040 at 18:00 (UTC)", "Plateau", "Debout: 6,000 XOF");

        organiser.client().post(concert.path() + "/cancel").is(200);

        await().until(() -> told(holder, "Cancelled: Nuit du conte") == 1 && told(holder, "Your payment of") == 1);
        assertThat(told(holder, "News of Nuit du conte")).isEqualTo(1);
        assertThat(told(refunded, "Du nouveau pour Nuit du conte")).isZero();
        assertThat(told(refunded, "Annulé : Nuit du conte")).isZero();
        assertThat(told(organiser, "Annulé : Nuit du conte")).isZero();
    }

    @Test
    void owners_are_told_what_was_decided() {
        var id = announced("Veillée", Map.of());

        admin.client()
                .post("/api/admin/events/%s/reject".formatted(id), Map.of("reason", "Il manque l’adresse."))
                .is(200);
        assertThat(fair.mailed(organiser, "Votre événement Veillée n’est pas approuvé"))
                .contains("Il manque l’adresse.", "/organise/event?id=" + id);

        organiser.client().post("/api/events/%s/submit".formatted(id)).is(200);
        admin.client()
                .post("/api/admin/events/approve", Map.of("ids", List.of(id)))
                .is(200);
        assertThat(fair.mailed(organiser, "Votre événement Veillée est approuvé"))
                .contains("Veillée", "/organise/event?id=" + id);
        assertThat(told(organiser, "Votre événement Veillée")).isEqualTo(2);
    }

    @Test
    void who_is_invited_is_told_as_soon_as_they_can_come() {
        var early = fair.account("Invitée");
        var late = fair.account("Ensuite");
        var id = announced("Noces", Map.of("access", "invitation"));
        invites(id, early);

        var wedding = approved(id);
        invites(id, early, late);

        for (var each : List.of(early, late)) {
            assertThat(fair.mailed(each, "Invitation : Noces")).contains("Cocody");
            takesPart(each, wedding);
            fair.mailed(each, "Votre place pour Noces");
            assertThat(told(each, "Invitation : Noces")).isEqualTo(1);
        }
    }

    @Test
    void who_waited_is_told_of_the_seat() {
        var dinner = approved(announced("Dîner", Map.of("capacity", 1)));
        var first = fair.account("Première");
        var second = fair.account("Seconde");
        takesPart(first, dinner);
        takesPart(second, dinner);

        first.client().delete(dinner + "/participation").is(204);

        assertThat(fair.mailed(second, "Une place pour vous : Dîner")).contains("Une place s’est libérée", "Cocody");
        assertThat(told(second, "Votre place pour Dîner")).isZero();
    }

    private static Map<String, Object> moved() {
        return Map.of(
                "starts_at", STARTS_AT.toString(),
                "ends_at", STARTS_AT.plus(Duration.ofHours(5)).toString(),
                "venue", "Plateau");
    }

    /** Free and for many, unless it is said otherwise. */
    private String announced(String title, Map<String, ?> otherwise) {
        var category = admin.client()
                .post("/api/admin/event-categories", Map.of("name", "Rencontres " + UUID.randomUUID()))
                .is(201)
                .text("id");
        var said = new HashMap<String, Object>(Map.of(
                "title",
                title,
                "description",
                "On vient.",
                "category",
                category,
                "starts_at",
                STARTS_AT.minus(Duration.ofDays(1)).toString(),
                "ends_at",
                STARTS_AT.toString(),
                "venue",
                "Cocody",
                "access",
                "free",
                "capacity",
                20));
        said.putAll(otherwise);
        return organiser.client().post("/api/events", said).is(201).text("id");
    }

    private String approved(String id) {
        admin.client().post("/api/admin/events/%s/approve".formatted(id)).is(200);
        return "/api/events/" + id;
    }

    private void invites(String id, Person... guests) {
        organiser
                .client()
                .post(
                        "/api/events/%s/invitations".formatted(id),
                        Map.of(
                                "user_ids",
                                List.of(guests).stream().map(Person::id).toList()))
                .is(200);
    }

    private static void takesPart(Person who, String gathering) {
        who.client().post(gathering + "/participation").is(201);
    }

    /** Buys tickets, and gives back which payment paid for them. */
    private String buys(Person who, Concert concert, int quantity) {
        var order =
                concert.order(who.client(), quantity, "sandbox", PAYS_AT_ONCE).is(202);
        await().until(() -> who.client()
                .get("/api/orders/" + order.text("id"))
                .is(200)
                .text("status")
                .equals("confirmed"));
        return order.text("payment.id");
    }

    private long told(Person who, String subject) {
        return fair.countMails(who, subject);
    }
}
