package org.palabre.gatherings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.palabre.platform.Patience.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.palabre.platform.Answer;
import org.palabre.platform.Client;
import org.palabre.platform.Concert;
import org.palabre.platform.Fair;
import org.palabre.platform.Fair.Person;
import org.palabre.platform.OnePlatform;
import tools.jackson.databind.JsonNode;

/** Somebody who takes part, waits, has paid and has announced, and then wants to be forgotten. */
@ExtendWith(OnePlatform.class)
class ErasedGuestTest {

    private static final String NAME = "Zephirine";
    private static final String PAYS_AT_ONCE = "0707070700";

    private final Fair fair;
    private final Person admin;
    private Person organiser;
    private Person guest;
    private Person friend;

    ErasedGuestTest(Fair fair, Person admin) {
        this.fair = fair;
        this.admin = admin;
    }

    @BeforeEach
    void people_meet() {
        organiser = fair.account("Griot");
        guest = fair.account(NAME);
        friend = fair.account("Bintou");
    }

    @Test
    void who_takes_part_or_waits_makes_room() {
        var party = approved(organiser, "Bal");
        var dinner = approved(organiser, "Dîner");
        guest.client().post(party + "/participation").is(201);
        friend.client().post(party + "/participation").is(201);
        friend.client().post(dinner + "/participation").is(201);
        guest.client().post(dinner + "/participation").is(201);
        var last = fair.account("Salif");
        assertThat(last.client().post(dinner + "/participation").is(201).text("place"))
                .isEqualTo("2");

        erase();

        await().until(() -> friend.client()
                .post(party + "/participation")
                .is(200)
                .text("status")
                .equals("confirmed"));
        assertThat(participants(party)).hasSize(1);
        assertThat(participants(party).get(0).at("/user/id").asString()).isEqualTo(friend.id());
        await().until(() -> last.client()
                .post(dinner + "/participation")
                .is(200)
                .text("place")
                .equals("1"));
        assertThat(stats(party).text("participants_count")).isEqualTo("1");
        assertThat(stats(party).text("waitlisted_count")).isEqualTo("0");
        assertThat(stats(dinner).text("waitlisted_count")).isEqualTo("1");
        assertThat(participants(dinner).toString()).doesNotContain(NAME);
    }

    @Test
    void who_has_paid_is_an_empty_person_whose_seat_and_money_count() {
        var concert = Concert.of(organiser, admin, 3, 5_000);
        var order = buy(concert, guest);
        buy(concert, friend);
        var code = guest.client().get("/api/tickets").is(200).text("results.0.code");

        erase();

        await().until(() -> !participants(concert.path()).toString().contains(NAME));
        assertEmpty(participants(concert.path())
                .valueStream()
                .map(each -> each.get("user"))
                .filter(user -> user.get("id").asString().equals(guest.id()))
                .findFirst()
                .orElseThrow());
        var stats = stats(concert.path());
        assertThat(stats.text("participants_count")).isEqualTo("2");
        assertThat(stats.text("tickets_sold")).isEqualTo("2");
        assertThat(stats.text("revenue.amount")).isEqualTo("10000");
        assertThat(stats.text("net_revenue.amount")).isEqualTo("9500");
        assertThat(fair.anyone().get(concert.path()).is(200).text("seats_left")).isEqualTo("1");
        await().until(() -> guest.client().get("/api/tickets").status() == 401);
        friend.client().get("/api/orders/" + order.text("id")).refuses(404, "not_found");

        var payment = admin.client()
                .get("/api/admin/payments?page_size=100&status=succeeded&purpose=order")
                .is(200)
                .json()
                .get("results")
                .valueStream()
                .filter(each -> each.get("id").asString().equals(order.text("payment.id")))
                .findFirst()
                .orElseThrow();
        assertThat(payment.at("/amount/amount").asString()).isEqualTo("5000");
        assertEmpty(payment.get("payer"));

        var door = organiser.client();
        door.post(concert.path() + "/check-ins", Map.of("code", code)).is(200);
        door.post(concert.path() + "/check-ins", Map.of("code", code)).refuses(409, "already_checked_in");
        assertThat(stats(concert.path()).text("checked_in_count")).isEqualTo("1");
    }

    @Test
    void what_they_announced_goes_on_without_their_name() throws IOException {
        var announced = approved(guest, "Conte");
        friend.client().post(announced + "/participation").is(201);
        friend.client().post("/api/users/" + guest.id() + "/follow").is(204);
        assertThat(export(friend.client())).contains(NAME, "Conte");

        erase();

        await().until(() -> !fair.anyone().get(announced).is(200).text().contains(NAME));
        assertEmpty(fair.anyone().get(announced).is(200).json().get("creator"));
        var listed = fair.anyone().get("/api/events?creator=" + guest.id()).is(200);
        assertThat(listed.text("count")).isEqualTo("1");
        assertThat(listed.text()).doesNotContain(NAME);
        for (var search : List.of("/api/events?search=", "/api/users?search=")) {
            assertThat(friend.client().get(search + NAME).is(200).text("count")).isEqualTo("0");
        }
        assertThat(export(friend.client())).contains("Conte").doesNotContain(NAME);
    }

    private void erase() {
        guest.client()
                .delete("/api/users/me", Map.of("password", Fair.PASSWORD))
                .is(202);
    }

    private static void assertEmpty(JsonNode person) {
        assertThat(person.get("first_name").asString()).isEmpty();
        assertThat(person.get("last_name").asString()).isEmpty();
        assertThat(person.get("is_verified").asBoolean()).isFalse();
        assertThat(person.path("username").isNull()).isTrue();
        assertThat(person.path("photo_url").isNull()).isTrue();
    }

    /** All that is held about somebody, in one text. */
    private static String export(Client me) throws IOException {
        var text = new ByteArrayOutputStream();
        try (var zip = new ZipInputStream(
                new ByteArrayInputStream(me.get("/api/users/me/export").is(200).bytes()))) {
            while (zip.getNextEntry() != null) {
                zip.transferTo(text);
            }
        }
        return text.toString(UTF_8);
    }

    private Answer buy(Concert concert, Person who) {
        var order = concert.order(who.client(), 1, "sandbox", PAYS_AT_ONCE).is(202);
        await().until(() -> who.client()
                .get("/api/orders/" + order.text("id"))
                .is(200)
                .text("status")
                .equals("confirmed"));
        return order;
    }

    /** Free, and for one. */
    private String approved(Person owner, String title) {
        var category = admin.client()
                .post("/api/admin/event-categories", Map.of("name", "Fêtes " + UUID.randomUUID()))
                .is(201)
                .text("id");
        var starts = Instant.now().plus(1, ChronoUnit.DAYS);
        var id = owner.client()
                .post(
                        "/api/events",
                        Map.of(
                                "title",
                                title,
                                "description",
                                "On vient.",
                                "category",
                                category,
                                "starts_at",
                                starts.toString(),
                                "ends_at",
                                starts.plus(1, ChronoUnit.HOURS).toString(),
                                "venue",
                                "Cocody",
                                "access",
                                "free",
                                "capacity",
                                1))
                .is(201)
                .text("id");
        admin.client().post("/api/admin/events/%s/approve".formatted(id)).is(200);
        return "/api/events/" + id;
    }

    private JsonNode participants(String event) {
        return organiser.client().get(event + "/participants").is(200).json().get("results");
    }

    private Answer stats(String event) {
        return organiser.client().get(event + "/stats").is(200);
    }
}
