package org.palabre.gatherings.query;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.palabre.gatherings.GatheringQuery.FindGatherings;
import org.palabre.gatherings.GatheringQuery.Viewer;
import org.palabre.gatherings.GatheringQuery.Wanted;
import org.palabre.gatherings.GatheringStatus;
import org.palabre.shared.Page;

/**
 * What a question for gatherings asks for, as SQL. Only what is asked for is in it, so that the database can plan for
 * just that.
 */
final class WantedGatherings {

    private static final Set<GatheringStatus> PUBLIC =
            EnumSet.of(GatheringStatus.APPROVED, GatheringStatus.COMPLETED, GatheringStatus.CANCELLED);

    /** What lies beyond is beyond the calendar of the database, too. */
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private static final String NEAR = "on_earth(:latitude, :longitude)";
    private static final String DISTANCE = "apart(card.place, " + NEAR + ")";

    /** Of which so many are wanted that the first ones are soon met on the way through all, in whatever order. */
    private static final int MANY = 5_000;

    private static final String FOUND_FIRST = "(select * from gathering_card card where %s offset 0) card";
    private static final String PAGE = " limit :size offset :offset";

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();
    private final Map<String, Object> origin = new HashMap<>();
    private final List<String> ordering;
    private final Page.Request page;
    private final boolean few;

    /** @param sought all words that have to be in it, as the database asks for them; none where any will do */
    WantedGatherings(FindGatherings query, Optional<String> sought) {
        ordering = query.ordering().isEmpty() ? List.of("starts_at") : query.ordering();
        page = query.page();
        var wanted = query.wanted();
        conditions.add("card.status = :status");
        values.put("status", wanted.status().name());
        if (!PUBLIC.contains(wanted.status())) {
            addOwn(query.viewer());
        }
        addWanted(wanted);
        sought.ifPresent(words -> add("card.search @@ cast(:sought as tsquery)", "sought", words));
        few = sought.isPresent() || wanted.radiusKm().isPresent();
    }

    private void addOwn(Viewer viewer) {
        if (!viewer.everything()) {
            viewer.account()
                    .ifPresentOrElse(
                            account -> add("card.creator = :viewer", "viewer", account.value()),
                            () -> conditions.add("false"));
        }
    }

    private void addWanted(Wanted wanted) {
        wanted.category()
                .ifPresent(category -> add(
                        "card.category in (select id from gathering_category where :category in (id, parent))",
                        "category",
                        category.value()));
        wanted.access().ifPresent(access -> add("card.access = :access", "access", access.name()));
        wanted.creator().ifPresent(creator -> add("card.creator = :creator", "creator", creator.value()));
        wanted.startsAfter().ifPresent(instant -> add("card.starts_at > :after", "after", at(instant)));
        wanted.startsBefore().ifPresent(instant -> add("card.starts_at < :before", "before", at(instant)));
        wanted.priceMax().ifPresent(price -> add("card.price <= :price", "price", price));
        wanted.near().ifPresent(near -> {
            origin.put("latitude", near.latitude());
            origin.put("longitude", near.longitude());
        });
        wanted.radiusKm()
                .ifPresent(kilometres -> add(
                        "inside(card.place, area(%s, :metres)) and %s <= straight(:metres)".formatted(NEAR, DISTANCE),
                        "metres",
                        kilometres * 1_000));
    }

    private void add(String condition, String name, Object value) {
        conditions.add(condition);
        values.put(name, value);
    }

    private static Object at(Instant instant) {
        var known = instant.isBefore(EARLIEST) ? EARLIEST : instant.isAfter(LATEST) ? LATEST : instant;
        return known.atOffset(ZoneOffset.UTC);
    }

    /** Whether words or a radius leave so few that all of them can be found before they are put in order and counted. */
    boolean few() {
        return few;
    }

    /** Whether their order is of what others make of them, which changes all the time. */
    boolean orderedByFigures() {
        return ordering.stream().anyMatch(field -> field.endsWith("views"));
    }

    /** A question as the database is asked it, with what its parameters stand for. */
    record Question(String sql, Map<String, Object> values) {}

    /** How many there are. */
    Question count() {
        return new Question("select count(*) from gathering_card card where " + where(), Map.copyOf(values));
    }

    /**
     * The ids of the wanted page, each with the number of all. The database does not know what it costs to look into the
     * words of those that it would meet on its way through an order: so it may not.
     */
    Question foundPage() {
        return paged("select card.id, count(*) over () found from " + FOUND_FIRST.formatted(where()) + figures());
    }

    /**
     * The ids of the wanted page.
     *
     * @param count how many there are
     */
    Question page(long count) {
        return paged("select card.id from "
                + (count < MANY
                        ? FOUND_FIRST.formatted(where()) + figures()
                        : "gathering_card card" + figures() + " where " + where()));
    }

    private Question paged(String sql) {
        var all = new HashMap<>(values);
        all.putAll(origin);
        all.put("size", page.size());
        all.put("offset", page.offset());
        return new Question(sql + order() + PAGE, Map.copyOf(all));
    }

    private String figures() {
        return orderedByFigures() ? " join gathering_figures figures on figures.id = card.id" : "";
    }

    private String where() {
        return String.join(" and ", conditions);
    }

    /** Ends with the id, in the direction in which it begins: so an index can be read in order. */
    private String order() {
        var direction = ordering.getFirst().startsWith("-") ? " desc" : "";
        var order = new StringBuilder(" order by ");
        for (var field : ordering) {
            order.append(
                    switch (field) {
                        case "starts_at" -> "card.starts_at, ";
                        case "-starts_at" -> "card.starts_at desc, ";
                        case "created_at" -> "card.created_at, ";
                        case "-created_at" -> "card.created_at desc, ";
                        case "views" -> "figures.views_count, ";
                        case "-views" -> "figures.views_count desc, ";
                        case "price" -> "card.price, ";
                        case "-price" -> "card.price desc, ";
                        case "distance" -> DISTANCE + ", ";
                        case "-distance" -> DISTANCE + " desc nulls last, ";
                        default -> throw new IllegalArgumentException("No ordering by " + field);
                    });
        }
        return order.append("card.id").append(direction).toString();
    }
}
