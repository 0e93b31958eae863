package org.palabre.gatherings.query;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.palabre.gatherings.GatheringQuery.FindGatherings;
import org.palabre.gatherings.GatheringQuery.Viewer;
import org.palabre.gatherings.GatheringQuery.Wanted;
import org.palabre.gatherings.GatheringStatus;

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
    private static final String DISTANCE = "apart(gathering.place, " + NEAR + ")";

    /** Of which so many are wanted that the first ones are soon met on the way through all, in whatever order. */
    private static final int MANY = 5_000;

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();
    private final List<String> ordering;

    private WantedGatherings(FindGatherings query) {
        ordering = query.ordering().isEmpty() ? List.of("starts_at") : query.ordering();
        var wanted = query.wanted();
        conditions.add("gathering.status = :status");
        values.put("status", wanted.status().name());
        if (!PUBLIC.contains(wanted.status())) {
            addOwn(query.viewer());
        }
        addWanted(wanted);
    }

    /** Those in which all words of the search are, or their like by stem. */
    static WantedGatherings of(FindGatherings query) {
        var gatherings = new WantedGatherings(query);
        if (!query.wanted().search().isBlank()) {
            gatherings.add(
                    "gathering.search @@ sought(:search)",
                    "search",
                    query.wanted().search());
        }
        return gatherings;
    }

    /** Those in whose names something is like each of these words; where there is a number, it is meant as it is. */
    static WantedGatherings like(List<String> words, FindGatherings query) {
        var gatherings = new WantedGatherings(query);
        for (int i = 0; i < words.size(); i++) {
            var word = "word" + i;
            var exact = words.get(i).chars().anyMatch(Character::isDigit);
            gatherings.add(
                    exact
                            ? "gathering.names like '%%' || :%s || '%%'".formatted(word)
                            : "resembles(:%s, gathering.names)".formatted(word),
                    word,
                    words.get(i));
        }
        return gatherings;
    }

    private void addOwn(Viewer viewer) {
        if (!viewer.everything()) {
            viewer.account()
                    .ifPresentOrElse(
                            account -> add("gathering.creator = :viewer", "viewer", account.value()),
                            () -> conditions.add("false"));
        }
    }

    private void addWanted(Wanted wanted) {
        wanted.category()
                .ifPresent(category -> add(
                        "gathering.category in (select id from gathering_category where :category in (id, parent))",
                        "category",
                        category.value()));
        wanted.access().ifPresent(access -> add("gathering.access = :access", "access", access.name()));
        wanted.creator().ifPresent(creator -> add("gathering.creator = :creator", "creator", creator.value()));
        wanted.startsAfter().ifPresent(instant -> add("gathering.starts_at > :after", "after", at(instant)));
        wanted.startsBefore().ifPresent(instant -> add("gathering.starts_at < :before", "before", at(instant)));
        wanted.priceMax().ifPresent(price -> add("gathering.price <= :price", "price", price));
        wanted.near().ifPresent(near -> {
            values.put("latitude", near.latitude());
            values.put("longitude", near.longitude());
        });
        wanted.radiusKm()
                .ifPresent(kilometres -> add(
                        "inside(gathering.place, area(%s, :metres)) and %s <= straight(:metres)"
                                .formatted(NEAR, DISTANCE),
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

    Map<String, Object> values() {
        return values;
    }

    String count() {
        return "select count(*) from gathering where " + where();
    }

    /**
     * The wanted page first, and only then whatever belongs to its rows. A few are found before they are put in order: the
     * database does not know what it costs to look into the words of those that it meets on its way.
     *
     * @param count how many there are
     */
    String page(long count) {
        var figures = ordering.stream().anyMatch(field -> field.endsWith("views"))
                ? " join gathering_figures figures on figures.id = gathering.id"
                : "";
        var found = count < MANY
                ? " from (select * from gathering where " + where() + " offset 0) gathering" + figures
                : " from gathering" + figures + " where " + where();
        return GatheringTables.GATHERING + " join (select gathering.id" + found + order()
                + " limit :size offset :offset) page on page.id = gathering.id" + order();
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
                        case "starts_at" -> "gathering.starts_at, ";
                        case "-starts_at" -> "gathering.starts_at desc, ";
                        case "created_at" -> "gathering.created_at, ";
                        case "-created_at" -> "gathering.created_at desc, ";
                        case "views" -> "figures.views_count, ";
                        case "-views" -> "figures.views_count desc, ";
                        case "price" -> "gathering.price, ";
                        case "-price" -> "gathering.price desc, ";
                        case "distance" -> DISTANCE + ", ";
                        case "-distance" -> DISTANCE + " desc nulls last, ";
                        default -> throw new IllegalArgumentException("No ordering by " + field);
                    });
        }
        return order.append("gathering.id").append(direction).toString();
    }
}
