package org.palabre.gatherings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.palabre.platform.Patience.await;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.palabre.platform.Answer;
import org.palabre.platform.Fair;
import org.palabre.platform.Fair.Person;
import org.palabre.platform.OnePlatform;

/** A gathering from its announcement to its end, and all who come to it. */
@ExtendWith(OnePlatform.class)
class GatheringTest {

    private static final Instant TOMORROW =
            Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);

    private final Fair fair;
    private final Person admin;

    GatheringTest(Fair fair, Person admin) {
        this.fair = fair;
        this.admin = admin;
    }

    @Test
    void it_is_announced_judged_and_shown() {
        var owner = fair.account("Oumou");
        var stranger = fair.account("Salif");
        var announced =
                owner.client().post("/api/events", form("Été à l'École")).is(201);
        var path = "/api/events/" + announced.text("id");

        assertThat(announced.header("Location")).isEqualTo(path);
        assertThat(announced.text("slug")).startsWith("ete-a-l-ecole");
        assertThat(announced.text("status")).isEqualTo("pending");
        assertThat(announced.text("creator.id")).isEqualTo(owner.id());
        assertThat(announced.text("short_description")).isEmpty();
        stranger.client().get(path).refuses(404, "not_found");
        stranger.client().post(path + "/participation").refuses(404, "not_found");
        owner.client().post(path + "/participation").refuses(409, "not_open");

        var rejected = admin.client()
                .post("/api/admin/events/" + announced.text("id") + "/reject", Map.of("reason", "Trop vague"))
                .is(200);
        assertThat(rejected.text("rejection_reason")).isEqualTo("Trop vague");
        var edited = owner.client()
                .patch(path, Map.of("description", "On écoute, puis on danse."))
                .is(200);
        assertThat(edited.text("status")).isEqualTo("rejected");
        owner.client().post(path + "/submit").is(200);
        var approved = approve(announced.text("id"));
        assertThat(approved.json().get("rejection_reason").isNull()).isTrue();

        var shown =
                stranger.client().get("/api/events/" + announced.text("slug")).is(200);
        assertThat(shown.text("description")).isEqualTo("On écoute, puis on danse.");
        assertThat(shown.header("ETag")).isEqualTo(approved.header("ETag"));
        stranger.client().patch(path, Map.of("title", "À moi")).refuses(403, "forbidden");
        owner.client().delete(path).refuses(409, "not_draft");
    }

    @Test
    void all_that_is_wrong_with_it_is_told_at_once() {
        var owner = fair.account("Nana");
        var form = form("  ");
        form.putAll(Map.of(
                "category", UUID.randomUUID().toString(),
                "description", "",
                "starts_at", "2020-01-01T10:00:00Z",
                "ends_at", "2019-01-01T10:00:00Z",
                "latitude", 91,
                "access", "paid",
                "ticket_types",
                        List.of(type("Debout", "-5", "XOF"), type("debout", "5000", "EUR"), type("", "5000", "XOF"))));

        var refused = owner.client().post("/api/events", form).refuses(400, "invalid");

        assertThat(refused.json().get("errors").propertyNames())
                .containsExactlyInAnyOrder(
                        "title", "description", "starts_at", "ends_at", "latitude", "longitude", "ticket_types");
        assertThat(refused.text("errors.ends_at.0")).isNotBlank().doesNotContain("{");
        owner.client()
                .post(
                        "/api/events",
                        with(form("Nuit"), "category", UUID.randomUUID().toString()))
                .refuses(400, "invalid");
        owner.client()
                .post("/api/events", with(form("Nuit"), "category", "musique"))
                .refuses(400, "invalid");
        owner.client().post("/api/events", with(form("Nuit"), "capacity", "3")).refuses(400, "invalid");
        var missing = owner.client().post("/api/events", Map.of()).refuses(400, "invalid");
        assertThat(missing.json().get("errors").propertyNames())
                .containsExactlyInAnyOrder(
                        "title", "description", "category", "starts_at", "ends_at", "venue", "access");
    }

    @Test
    void each_thing_that_is_wrong_is_told_at_its_field_and_nothing_is_stored() {
        var owner = fair.account("Lola");
        for (var wrong : List.of(
                type("Debout", "-1", "XOF"),
                type("Debout", "0", "XOF"),
                type("Debout", "5000.5", "XOF"),
                type("Debout", "mille", "XOF"),
                type("Debout", "5000", "EUR"),
                type("Debout", "5000", "xof"))) {
            refusesAt(
                    "ticket_types",
                    owner,
                    with(with(form("Concert"), "access", "paid"), "ticket_types", List.of(wrong)));
        }
        for (var end : List.of(TOMORROW, TOMORROW.minusSeconds(1))) {
            refusesAt("ends_at", owner, with(form("Concert"), "ends_at", end.toString()));
        }
        for (var end : List.of(4_102_444_800L, "4102444800", "2099-12-31", "+1000000000-12-31T23:59:59Z")) {
            refusesAt("ends_at", owner, with(form("Concert"), "ends_at", end));
        }
        for (var capacity : List.of(0, -1, 1_000_001)) {
            refusesAt("capacity", owner, with(form("Concert"), "capacity", capacity));
        }
        owner.client()
                .post("/api/events", with(form("Concert"), "description", "x".repeat(1 << 20)))
                .refuses(413, "too_large");

        for (var status : List.of("draft", "pending")) {
            assertThat(owner.client()
                            .get("/api/events?creator=%s&status=%s".formatted(owner.id(), status))
                            .is(200)
                            .text("count"))
                    .isEqualTo("0");
        }
    }

    private static void refusesAt(String field, Person owner, Map<String, Object> form) {
        var refused = owner.client().post("/api/events", form).refuses(400, "invalid");
        assertThat(refused.json().get("errors").propertyNames()).containsExactly(field);
        assertThat(refused.text("errors.%s.0".formatted(field))).isNotBlank().doesNotContain("{");
    }

    @Test
    void what_is_said_anew_has_to_agree_with_what_stays() {
        var owner = fair.account("Kadi");
        var path = "/api/events/"
                + owner.client()
                        .post("/api/events", with(form("Concert"), "draft", true))
                        .is(201)
                        .text("id");

        assertThat(owner.client()
                        .patch(path, Map.of("ends_at", TOMORROW.minusSeconds(60).toString()))
                        .refuses(400, "invalid")
                        .text("errors.ends_at.0"))
                .isNotBlank();
        var refused = owner.client()
                .patch(
                        path,
                        Map.of(
                                "longitude",
                                5.3,
                                "ends_at",
                                TOMORROW.minusSeconds(60).toString()))
                .refuses(400, "invalid");
        assertThat(refused.json().get("errors").propertyNames()).containsExactlyInAnyOrder("latitude", "ends_at");
        var paid = owner.client()
                .patch(path, Map.of("access", "paid", "ticket_types", List.of(type("Debout", "5000", "XOF"))))
                .is(200);
        assertThat(paid.text("ticket_types.0.price.amount")).isEqualTo("5000");
        assertThat(paid.text("ticket_types.0.left")).isEqualTo("3");
        owner.client().delete(path).is(204);
        owner.client().get(path).refuses(404, "not_found");
    }

    @Test
    void its_times_are_answered_and_shown_alike() {
        var owner = fair.account("Djibril").client();
        var announced = owner.post(
                        "/api/events",
                        with(
                                form("Veillée"),
                                "starts_at",
                                TOMORROW.plusNanos(123_456_789).toString()))
                .is(201);
        var path = announced.header("Location");
        assertThat(announced.text("starts_at"))
                .isEqualTo(TOMORROW.plusNanos(123_456_000).toString());
        assertThat(owner.get(path).is(200).text("starts_at")).isEqualTo(announced.text("starts_at"));

        assertThat(owner.patch(path, Map.of("ends_at", "+1000000000-12-31T23:59:59Z"))
                        .refuses(400, "invalid")
                        .json()
                        .get("errors")
                        .propertyNames())
                .containsExactly("ends_at");
        var changed = owner.patch(path, Map.of("ends_at", "9999-12-31T23:59:59.999999999Z"))
                .is(200);
        assertThat(changed.text("ends_at")).isEqualTo("9999-12-31T23:59:59.999999Z");
        assertThat(owner.get(path).is(200).text("ends_at")).isEqualTo(changed.text("ends_at"));
    }

    @Test
    void that_it_is_not_ones_own_is_told_before_what_is_wrong_with_what_was_sent() {
        var owner = fair.account("Odile").client();
        var stranger = fair.account("Serge").client();
        var draft = "/api/events/"
                + owner.post("/api/events", with(form("Brouillon"), "draft", true))
                        .is(201)
                        .text("id");
        var shown = "/api/events/"
                + owner.post("/api/events", form("Veillée")).is(201).text("id");
        approve(shown.substring(shown.lastIndexOf('/') + 1));

        for (var body : List.of("{", "{\"title\": 1}", "{\"title\": \"\"}")) {
            stranger.patch(draft, body).refuses(404, "not_found");
            stranger.patch(shown, body).refuses(403, "forbidden");
            owner.patch(shown, body).is(400);
        }
        for (var what : List.of("/invitations", "/check-ins")) {
            stranger.post(draft + what, "{}").refuses(404, "not_found");
            stranger.post(shown + what, "{}").refuses(403, "forbidden");
            owner.post(shown + what, "{}").refuses(400, "invalid");
        }
        stranger.upload("PUT", draft + "/image", "file", new byte[9]).refuses(404, "not_found");
        stranger.upload("PUT", shown + "/image", "file", new byte[9]).refuses(403, "forbidden");
        stranger.get(draft + "/participants?page=0").refuses(404, "not_found");
        stranger.get(shown + "/participants?page=0").refuses(403, "forbidden");
        owner.get(shown + "/participants?page=0").refuses(400, "invalid");
        stranger.post(draft + "/orders", "{}").refuses(404, "not_found");
        stranger.post(shown + "/orders", "{}").refuses(400, "invalid");
        stranger.with("If-Match", "nonsense").post(draft + "/cancel").refuses(404, "not_found");
        stranger.with("If-Match", "nonsense").post(shown + "/cancel").refuses(403, "forbidden");
        stranger.with("If-Match", "nonsense")
                .delete("/api/orders/" + UUID.randomUUID())
                .refuses(404, "not_found");

        var outdated = owner.with("If-Match", "\"99\"");
        outdated.patch(shown, Map.of("ends_at", TOMORROW.minusSeconds(1).toString()))
                .refuses(400, "invalid");
        outdated.patch(shown, Map.of("title", "Veillée longue")).refuses(412, "version_conflict");
        outdated.delete(shown).refuses(412, "version_conflict");
        owner.delete(shown).refuses(409, "not_draft");
    }

    @Test
    void an_order_names_what_was_ordered_whenever_it_is_read() {
        var owner = fair.account("Sali");
        var event = approved(
                owner,
                with(with(form("Concert"), "access", "paid"), "ticket_types", List.of(type("Debout", "5000", "XOF"))));
        var ticketType = owner.client().get("/api/events/" + event).is(200).text("ticket_types.0.id");
        var buyer = fair.account("Acheteur").client();
        var ordered = buyer.post(
                        "/api/events/" + event + "/orders",
                        Map.of(
                                "items", List.of(Map.of("ticket_type", ticketType, "quantity", 2)),
                                "provider", "sandbox",
                                "telephone", "+2250707070700"))
                .is(202);
        var order = "/api/orders/" + ordered.text("id");

        assertThat(ordered.text("items.0.ticket_type.id")).isEqualTo(ticketType);
        assertThat(buyer.get(order).is(200).json().get("items"))
                .isEqualTo(ordered.json().get("items"));
        owner.client().get(order).refuses(404, "not_found");
    }

    @Test
    void a_crowd_gets_as_many_seats_as_there_are_and_the_others_wait_in_order() throws Exception {
        var owner = fair.account("Awa");
        var event = approved(owner, with(form("Bal"), "capacity", 2));
        var path = "/api/events/" + event + "/participation";
        var people =
                IntStream.range(0, 6).mapToObj(_ -> fair.account("Danseur")).toList();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(people.stream()
                            .<Callable<Answer>>map(
                                    person -> () -> person.client().post(path).is(201))
                            .toList())
                    .forEach(answer -> assertThat(answer.state().name()).isEqualTo("SUCCESS"));
        }

        var standing = people.stream()
                .map(person -> person.client().post(path).is(200))
                .toList();
        assertThat(standing.stream().filter(answer -> answer.text("status").equals("confirmed")))
                .hasSize(2);
        assertThat(standing.stream()
                        .filter(answer -> answer.text("status").equals("waitlisted"))
                        .map(answer -> answer.text("place")))
                .containsExactlyInAnyOrder("1", "2", "3", "4");

        var seated = people.get(IntStream.range(0, 6)
                .filter(number -> standing.get(number).text("status").equals("confirmed"))
                .findFirst()
                .orElseThrow());
        var next = people.get(IntStream.range(0, 6)
                .filter(number -> standing.get(number).text("place").equals("1"))
                .findFirst()
                .orElseThrow());
        seated.client().delete(path).is(204);
        seated.client().delete(path).is(204);
        assertThat(next.client()
                        .post("/api/events/participate", Map.of("event_id", event))
                        .is(200)
                        .text("status"))
                .isEqualTo("confirmed");
        assertThat(owner.client().get("/api/events/" + event).text("participants_count"))
                .isEqualTo("2");
        owner.client().patch("/api/events/" + event, Map.of("capacity", 1)).refuses(409, "capacity_too_low");

        next.client().delete("/api/users/me", Map.of("password", Fair.PASSWORD)).is(202);
        await().until(() -> people.stream()
                        .filter(person -> person != next && person != seated)
                        .filter(person ->
                                person.client().post(path).text("status").equals("confirmed"))
                        .count()
                == 2);
    }

    @Test
    void only_the_invited_come_where_one_is_invited() {
        var owner = fair.account("Ibrahim");
        var guest = fair.account("Lamine");
        var event = approved(owner, with(form("Mariage"), "access", "invitation"));
        guest.client().post("/api/events/" + event + "/participation").refuses(403, "not_invited");

        var nobody = UUID.randomUUID().toString();
        var invited = owner.client()
                .post("/api/events/" + event + "/invitations", Map.of("user_ids", List.of(guest.id(), nobody)))
                .is(200);

        assertThat(invited.json().get("results").toString())
                .isEqualTo("[{\"id\":\"%s\",\"status\":\"invited\"},{\"id\":\"%s\",\"code\":\"not_found\"}]"
                        .formatted(guest.id(), nobody));
        guest.client().post("/api/events/" + event + "/participation").is(201);
    }

    @Test
    void where_tickets_are_sold_one_needs_one_and_elsewhere_there_are_none() {
        var owner = fair.account("Fanta");
        var guest = fair.account("Modou").client();
        var sold = "/api/events/"
                + approved(
                        owner,
                        with(
                                with(form("Concert"), "access", "paid"),
                                "ticket_types",
                                List.of(type("Debout", "5000", "XOF"))));
        var free = "/api/events/" + approved(owner, form("Veillée"));
        var order = Map.of(
                "items",
                List.of(Map.of(
                        "ticket_type", owner.client().get(sold).is(200).text("ticket_types.0.id"), "quantity", 1)),
                "provider",
                "sandbox",
                "telephone",
                "+2250707070700");

        guest.post(sold + "/participation").refuses(409, "ticket_required");
        guest.post(free + "/orders", order).refuses(409, "not_for_sale");

        assertThat(guest.get(sold).is(200).text("participants_count")).isEqualTo("0");
        assertThat(guest.get(free).is(200).text("seats_left")).isEqualTo("10");
    }

    @Test
    void several_are_judged_each_by_itself() {
        var owner = fair.account("Rokia");
        var pending = owner.client().post("/api/events", form("Foire")).is(201).text("id");
        var draft = owner.client()
                .post("/api/events", with(form("Foire"), "draft", true))
                .is(201)
                .text("id");
        var bulk = admin.client().with("Idempotency-Key", "all-at-once");
        var ids = Map.of("ids", List.of(pending, draft));

        var judged = bulk.post("/api/admin/events/approve", ids).is(200);

        assertThat(judged.json().get("results").toString())
                .isEqualTo("[{\"id\":\"%s\",\"status\":\"approved\"},{\"id\":\"%s\",\"code\":\"not_pending\"}]"
                        .formatted(pending, draft));
        assertThat(bulk.post("/api/admin/events/approve", ids).is(200).text()).isEqualTo(judged.text());
    }

    @Test
    void it_is_over_at_its_end_and_cannot_be_cancelled_then() {
        var owner = fair.account("Binta");
        var soon = Instant.now().plusSeconds(20);
        var form = form("Répétition");
        form.put("starts_at", soon.toString());
        form.put("ends_at", soon.plusMillis(1).toString());
        var event = approved(owner, form);
        var kept = approved(owner, form("Concert"));

        owner.client().post("/api/events/" + kept + "/cancel").is(200);
        owner.client().post("/api/events/" + kept + "/participation").refuses(409, "not_open");
        await().until(() ->
                owner.client().get("/api/events/" + event).text("status").equals("completed"));

        owner.client().post("/api/events/" + event + "/cancel").refuses(409, "not_open");
        owner.client()
                .patch("/api/events/" + event, Map.of("title", "Trop tard"))
                .refuses(409, "not_editable");
    }

    @Test
    void its_picture_is_made_anew_and_served() throws IOException {
        var owner = fair.account("Pape");
        var path = "/api/events/"
                + owner.client()
                        .post("/api/events", with(form("Expo"), "draft", true))
                        .is(201)
                        .text("id");

        var shown = owner.client()
                .upload("PUT", path + "/image", "file", png(2_000, 1_000))
                .is(200);

        var picture = owner.client().get(shown.text("image_url")).is(200);
        assertThat(picture.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(ImageIO.read(new ByteArrayInputStream(picture.bytes())).getWidth())
                .isEqualTo(1_600);
        owner.client().upload("PUT", path + "/image", "file", new byte[] {1, 2}).refuses(415, "unsupported_media");
        fair.anyone().get(path + "/image").refuses(404, "not_found");
    }

    @Test
    void a_category_in_use_stays() {
        var name = "Théâtre " + UUID.randomUUID();
        var category = admin.client()
                .post("/api/admin/event-categories", Map.of("name", name))
                .is(201);
        var path = category.header("Location");
        admin.client().post("/api/admin/event-categories", Map.of("name", name)).refuses(409, "name_taken");
        fair.account("Moussa")
                .client()
                .post("/api/events", with(form("Pièce"), "category", category.text("id")))
                .is(201);

        admin.client().delete(path).refuses(409, "category_in_use");
        admin.client().patch(path, Map.of("parent", category.text("id"))).refuses(400, "invalid");
        admin.client().patch(path, Map.of("name", name + " !")).is(200);
    }

    private String approved(Person owner, Map<String, Object> form) {
        var id = owner.client().post("/api/events", form).is(201).text("id");
        approve(id);
        return id;
    }

    private Answer approve(String id) {
        return admin.client().post("/api/admin/events/" + id + "/approve").is(200);
    }

    private Map<String, Object> form(String title) {
        var form = new HashMap<String, Object>();
        form.put("title", title);
        form.put("description", "On écoute.");
        form.put("category", category());
        form.put("starts_at", TOMORROW.toString());
        form.put("ends_at", TOMORROW.plus(3, ChronoUnit.HOURS).toString());
        form.put("venue", "Place du marché");
        form.put("access", "free");
        form.put("capacity", 10);
        return form;
    }

    private String category() {
        return admin.client()
                .post("/api/admin/event-categories", Map.of("name", "Catégorie " + UUID.randomUUID()))
                .is(201)
                .text("id");
    }

    private static Map<String, Object> with(Map<String, Object> form, String field, Object value) {
        form.put(field, value);
        return form;
    }

    private static Map<String, Object> type(String name, String amount, String currency) {
        return Map.of("name", name, "price", Map.of("amount", amount, "currency", currency), "quota", 3);
    }

    private static byte[] png(int width, int height) throws IOException {
        var file = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", file);
        return file.toByteArray();
    }
}
