package org.palabre.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.palabre.platform.Fair.Person;

/** A gathering whose tickets are for sale, made through the public API only. */
public record Concert(String id, String ticketType, int price, Person organiser) {

    /** With one sort of ticket at 1,000 francs. */
    public static Concert withSeats(Platform platform, int seats) {
        return of(platform.fair().account("Griot"), platform.admin(), seats, 1_000);
    }

    /** Somebody's, with one sort of ticket at so many francs. */
    public static Concert of(Person organiser, Person admin, int seats, int price) {
        var gathering = announced(organiser, admin, seats, price).is(201);
        admin.client()
                .post("/api/admin/events/%s/approve".formatted(gathering.text("id")))
                .is(200);
        return new Concert(gathering.text("id"), gathering.text("ticket_types.0.id"), price, organiser);
    }

    /** The answer to one who wants to hold such a concert. */
    public static Answer announced(Person organiser, Person admin, int seats, int price) {
        var category = admin.client()
                .post("/api/admin/event-categories", Map.of("name", "Musique " + UUID.randomUUID()))
                .is(201)
                .text("id");
        var starts = Instant.now().plus(Duration.ofDays(30));
        return organiser
                .client()
                .post(
                        "/api/events",
                        Map.of(
                                "title",
                                "Nuit du conte",
                                "description",
                                "On écoute.",
                                "category",
                                category,
                                "starts_at",
                                starts.toString(),
                                "ends_at",
                                starts.plus(Duration.ofHours(5)).toString(),
                                "venue",
                                "Place du marché",
                                "access",
                                "paid",
                                "ticket_types",
                                List.of(Map.of("name", "Debout", "price", francs(price), "quota", seats))));
    }

    public String path() {
        return "/api/events/" + id;
    }

    /** Orders some tickets, to be paid by the wallet of this number. */
    public Answer order(Client buyer, int quantity, String provider, String telephone) {
        return buyer.post(
                path() + "/orders",
                Map.of(
                        "items", List.of(Map.of("ticket_type", ticketType, "quantity", quantity)),
                        "provider", provider,
                        "telephone", telephone));
    }

    private static Map<String, String> francs(int amount) {
        return Map.of("amount", "" + amount, "currency", "XOF");
    }
}
