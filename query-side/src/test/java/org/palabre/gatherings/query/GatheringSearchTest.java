package org.palabre.gatherings.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.palabre.gatherings.query.GatheringsOnPostgres.MUSIC;
import static org.palabre.gatherings.query.GatheringsOnPostgres.OWNER;
import static org.palabre.gatherings.query.GatheringsOnPostgres.ticketType;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.palabre.accounts.AccountId;
import org.palabre.gatherings.Access;
import org.palabre.gatherings.CategoryEvent.CategoryAdded;
import org.palabre.gatherings.CategoryId;
import org.palabre.gatherings.GatheringEvent.GatheringApproved;
import org.palabre.gatherings.GatheringEvent.GatheringCancelled;
import org.palabre.gatherings.GatheringEvent.GatheringDeleted;
import org.palabre.gatherings.GatheringEvent.GatheringRelocated;
import org.palabre.gatherings.GatheringEvent.GatheringRescheduled;
import org.palabre.gatherings.GatheringEvent.GatheringReworded;
import org.palabre.gatherings.GatheringEvent.GatheringSubmitted;
import org.palabre.gatherings.GatheringId;
import org.palabre.gatherings.GatheringQuery.Coordinates;
import org.palabre.gatherings.GatheringQuery.FindGatherings;
import org.palabre.gatherings.GatheringQuery.GatheringView;
import org.palabre.gatherings.GatheringQuery.Viewer;
import org.palabre.gatherings.GatheringQuery.Wanted;
import org.palabre.gatherings.GatheringStatus;
import org.palabre.gatherings.TicketTypeId;
import org.palabre.gatherings.query.GatheringsOnPostgres.Told;
import org.palabre.shared.Page;
import org.palabre.views.TallyEvent.ViewsCounted;
import org.palabre.views.TallyId;
import org.palabre.views.Viewed;

/** Four gatherings around Abidjan that are approved, and one that is not. */
class GatheringSearchTest {

    private static final CategoryId JAZZ = CategoryId.next();
    private static final CategoryId WORK = CategoryId.next();
    private static final Coordinates ABIDJAN = new Coordinates(5.36, -4.0083);
    private static final Page.Request FIRST = new Page.Request(1, 20);

    private static GatheringsOnPostgres world;

    @BeforeAll
    static void they_are_there() throws Exception {
        world = new GatheringsOnPostgres();
        world.happens(
                new CategoryAdded(JAZZ, "Jazz", "jazz", MUSIC), new CategoryAdded(WORK, "Emploi", "emploi", null));
        approved(new Told("Été à l'École")
                .about("Des danseurs et des conteurs")
                .at("Cocody", 5.35, -3.98)
                .on("2027-03-01"));
        approved(new Told("Festival de jazz")
                .in(JAZZ)
                .at("Palais de la Culture, Treichville", 5.31, -4.01)
                .on("2027-01-01")
                .selling(ticketType(TicketTypeId.next(), 9000, 5))
                .selling(ticketType(TicketTypeId.next(), 3000, 5)));
        approved(new Told("Salon de l'emploi 2027")
                .in(WORK)
                .at("Yamoussoukro", 6.82, -5.28)
                .on("2027-02-01")
                .openTo(Access.INVITATION));
        approved(new Told("Concert").about("100 % live").on("2027-04-01"));
        world.happens(new Told("Brouillon").of(GatheringId.next()));
        world.shown();
    }

    private static void approved(Told told) {
        var id = GatheringId.next();
        world.happens(told.of(id), new GatheringSubmitted(id), new GatheringApproved(id));
        if (told.of(id).announcement().title().equals("Concert")) {
            world.happens(viewed(id, 7));
        }
    }

    private static ViewsCounted viewed(GatheringId id, int times) {
        return new ViewsCounted(
                TallyId.next(), 1, List.of(new Viewed.Times(new Viewed(Viewed.Kind.GATHERING, id.value()), times)));
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @ParameterizedTest
    @CsvSource({
        "ete, Été à l'École",
        "ÉCOLE été, Été à l'École",
        "l'école, Été à l'École",
        "danse, Été à l'École",
        "conteur le cocody, Été à l'École",
        "fest, Festival de jazz",
        "festivals, Festival de jazz",
        "treichville JAZZ, Festival de jazz",
        "emplois 2027, Salon de l'emploi 2027",
        "festifal, Festival de jazz",
        "yamousoukro, Salon de l'emploi 2027",
        "le festifal à la clture, Festival de jazz",
        "live, Concert",
    })
    void all_words_are_found_by_their_stems_and_as_they_begin_or_else_by_their_like(String search, String title) {
        assertThat(found(search)).containsExactly(title);
    }

    @ParameterizedTest
    @CsvSource({"jazz emploi", "brouillon", "emploi 2028", "%", "_", "xyz", "'", "\\", "a:b & !c", "jazz concert"})
    void nothing_else_is(String search) {
        assertThat(found(search)).isEmpty();
    }

    @Test
    void filters_exclude() {
        assertThat(titles(wanted(Map.of("category", MUSIC))))
                .containsExactly("Festival de jazz", "Été à l'École", "Concert");
        assertThat(titles(wanted(Map.of("category", JAZZ)))).containsExactly("Festival de jazz");
        assertThat(titles(wanted(Map.of("access", Access.INVITATION)))).containsExactly("Salon de l'emploi 2027");
        assertThat(titles(wanted(Map.of("creator", AccountId.next())))).isEmpty();
        assertThat(titles(wanted(Map.of("after", Instant.parse("2027-03-15T00:00:00Z")))))
                .containsExactly("Concert");
        assertThat(titles(wanted(Map.of("before", Instant.MAX)))).hasSize(4);
        assertThat(titles(wanted(Map.of("before", Instant.MIN)))).isEmpty();
        assertThat(titles(wanted(Map.of("price", new BigDecimal("2999.99")))))
                .containsExactly("Salon de l'emploi 2027", "Été à l'École", "Concert");
        assertThat(titles(wanted(Map.of("near", ABIDJAN, "radius", 20.0))))
                .containsExactly("Festival de jazz", "Été à l'École");
        assertThat(titles(wanted(Map.of("near", ABIDJAN, "radius", 1e5)))).hasSize(3);
    }

    @Test
    void the_order_is_asked_for() {
        assertThat(ordered()).containsExactly("Festival de jazz", "Salon de l'emploi 2027", "Été à l'École", "Concert");
        assertThat(ordered("-starts_at")).startsWith("Concert");
        assertThat(ordered("created_at")).startsWith("Été à l'École");
        assertThat(ordered("-views")).startsWith("Concert");
        assertThat(ordered("views")).endsWith("Concert");
        assertThat(ordered("-price")).startsWith("Festival de jazz");
        assertThat(ordered("price", "-starts_at"))
                .containsExactly("Concert", "Été à l'École", "Salon de l'emploi 2027", "Festival de jazz");
        assertThat(ordered("distance"))
                .containsExactly("Été à l'École", "Festival de jazz", "Salon de l'emploi 2027", "Concert");
        assertThat(ordered("-distance"))
                .containsExactly("Salon de l'emploi 2027", "Festival de jazz", "Été à l'École", "Concert");
    }

    @Test
    void pages_follow_each_other() {
        var all = new HashSet<String>();
        for (int number = 1; number <= 4; number++) {
            var page = page(wanted(Map.of()), List.of("views"), Viewer.ANYONE, new Page.Request(number, 1));
            assertThat(page.count()).isEqualTo(4);
            all.add(page.rows().getFirst().title());
        }
        assertThat(all).hasSize(4);
        assertThat(page(wanted(Map.of()), List.of(), Viewer.ANYONE, new Page.Request(5, 1))
                        .rows())
                .isEmpty();
    }

    @Test
    void a_number_is_never_older_than_what_it_counts() throws Exception {
        try (var other = new GatheringsOnPostgres()) {
            for (int number = 0; number < 3; number++) {
                assertThat(count(other)).isEqualTo(number);
                var id = GatheringId.next();
                other.happens(new Told("Bal " + number).of(id), new GatheringSubmitted(id), new GatheringApproved(id))
                        .shown();
            }
            assertThat(count(other)).isEqualTo(3);
        }
    }

    @Test
    void a_page_is_never_older_than_what_is_on_it() throws Exception {
        try (var other = new GatheringsOnPostgres()) {
            var ball = GatheringId.next();
            var gala = GatheringId.next();
            for (var told : List.of(
                    new Told("Bal").on("2027-03-01").of(ball),
                    new Told("Gala").on("2027-04-01").of(gala))) {
                other.happens(
                        told, new GatheringSubmitted(told.gatheringId()), new GatheringApproved(told.gatheringId()));
            }
            other.shown();
            assertThat(titles(other)).containsExactly("Bal", "Gala");

            other.happens(new GatheringRescheduled(
                            ball, Instant.parse("2027-05-01T20:00:00Z"), Instant.parse("2027-05-01T23:00:00Z")))
                    .shown();
            assertThat(titles(other)).containsExactly("Gala", "Bal");
            assertThat(titles(other, "-views").getFirst())
                    .isEqualTo(titles(other, "views").getLast());

            other.happens(viewed(gala, 1)).shown();
            assertThat(titles(other, "-views")).containsExactly("Gala", "Bal");
            other.happens(viewed(ball, 2)).shown();
            assertThat(titles(other, "-views")).containsExactly("Bal", "Gala");

            other.happens(new GatheringCancelled(gala)).shown();
            assertThat(titles(other)).containsExactly("Bal");
        }
    }

    private static List<String> titles(GatheringsOnPostgres world, String... ordering) {
        return world
                .search
                .handle(new FindGatherings(wanted(Map.of()), List.of(ordering), Viewer.ANYONE, FIRST))
                .rows()
                .stream()
                .map(GatheringView::title)
                .toList();
    }

    @Test
    void what_looks_like_numbers_is_found_as_it_is_written() throws Exception {
        try (var other = new GatheringsOnPostgres()) {
            for (var title : List.of("Bal 80e4690c43f5", "Dîner à 10€", "Forum 2e3")) {
                var id = GatheringId.next();
                other.happens(new Told(title).of(id), new GatheringSubmitted(id), new GatheringApproved(id))
                        .shown();
            }
            for (var search : List.of("80e4690c43f5", "80e4690c43f5 bal", "10€", "dîner à 10€", "forum 2e3")) {
                assertThat(count(other, Map.of("search", search))).as(search).isOne();
            }
            assertThat(count(other, Map.of("search", "€"))).isZero();
        }
    }

    @Test
    void what_is_changed_is_found_by_what_it_is_now() throws Exception {
        try (var other = new GatheringsOnPostgres()) {
            var id = GatheringId.next();
            other.happens(
                            new Told("Bal masqué")
                                    .at("Cocody", 5.35, -3.98)
                                    .on("2027-03-01")
                                    .of(id),
                            new GatheringSubmitted(id),
                            new GatheringApproved(id))
                    .shown();
            assertThat(count(other, Map.of("search", "masque cocody"))).isOne();

            other.happens(
                            new GatheringReworded(id, "Carnaval", "On défile", ""),
                            new GatheringRelocated(id, "Bouaké", "Marché", 7.69, -5.03),
                            new GatheringRescheduled(
                                    id, Instant.parse("2027-05-01T20:00:00Z"), Instant.parse("2027-05-01T23:00:00Z")))
                    .shown();

            assertThat(count(other, Map.of("search", "masque"))).isZero();
            assertThat(count(other, Map.of("search", "cocody"))).isZero();
            assertThat(count(other, Map.of("search", "defiler carnaval"))).isOne();
            assertThat(count(other, Map.of("search", "carnval"))).isOne();
            assertThat(count(other, Map.of("near", ABIDJAN, "radius", 50.0))).isZero();
            assertThat(count(other, Map.of("near", new Coordinates(7.7, -5.0), "radius", 50.0)))
                    .isOne();
            assertThat(count(other, Map.of("after", Instant.parse("2027-04-01T00:00:00Z"))))
                    .isOne();

            other.happens(new GatheringCancelled(id)).shown();
            assertThat(count(other, Map.of())).isZero();
            assertThat(count(other, Map.of("status", GatheringStatus.CANCELLED, "search", "carnaval")))
                    .isOne();
        }
    }

    @Test
    void a_draft_that_is_deleted_is_not_found() throws Exception {
        try (var other = new GatheringsOnPostgres()) {
            var id = GatheringId.next();
            var drafts = Map.<String, Object>of("status", GatheringStatus.DRAFT, "search", "bal");
            var owner = new Viewer(Optional.of(OWNER), false);
            other.happens(new Told("Bal").of(id)).shown();
            assertThat(count(other, drafts, owner)).isOne();

            other.happens(new GatheringDeleted(id)).shown();
            assertThat(count(other, drafts, owner)).isZero();
        }
    }

    private static long count(GatheringsOnPostgres world) {
        return count(world, Map.of());
    }

    private static long count(GatheringsOnPostgres world, Map<String, Object> what) {
        return count(world, what, Viewer.ANYONE);
    }

    private static long count(GatheringsOnPostgres world, Map<String, Object> what, Viewer viewer) {
        return world.search
                .handle(new FindGatherings(wanted(what), List.of(), viewer, FIRST))
                .count();
    }

    @Test
    void what_is_not_public_is_found_by_its_owner_and_admins() {
        var drafts = wanted(Map.of("status", GatheringStatus.DRAFT));
        assertThat(page(drafts, List.of(), Viewer.ANYONE, FIRST).count()).isZero();
        assertThat(page(drafts, List.of(), new Viewer(Optional.of(AccountId.next()), false), FIRST)
                        .count())
                .isZero();
        assertThat(page(drafts, List.of(), new Viewer(Optional.of(OWNER), false), FIRST)
                        .count())
                .isOne();
        assertThat(page(drafts, List.of(), new Viewer(Optional.of(AccountId.next()), true), FIRST)
                        .count())
                .isOne();
    }

    private static List<String> found(String search) {
        return titles(wanted(Map.of("search", search)));
    }

    private static List<String> titles(Wanted wanted) {
        var page = page(wanted, List.of(), Viewer.ANYONE, FIRST);
        assertThat(page.count()).isEqualTo(page.rows().size());
        return page.rows().stream().map(GatheringView::title).toList();
    }

    private static List<String> ordered(String... ordering) {
        return page(wanted(Map.of("near", ABIDJAN)), List.of(ordering), Viewer.ANYONE, FIRST).rows().stream()
                .map(GatheringView::title)
                .toList();
    }

    private static Page<GatheringView> page(Wanted wanted, List<String> ordering, Viewer viewer, Page.Request page) {
        return world.search.handle(new FindGatherings(wanted, ordering, viewer, page));
    }

    private static Wanted wanted(Map<String, Object> what) {
        return new Wanted(
                Optional.ofNullable((CategoryId) what.get("category")),
                Optional.ofNullable((Access) what.get("access")),
                Optional.ofNullable((AccountId) what.get("creator")),
                Optional.ofNullable((Instant) what.get("after")),
                Optional.ofNullable((Instant) what.get("before")),
                Optional.ofNullable((BigDecimal) what.get("price")),
                Optional.ofNullable((Coordinates) what.get("near")),
                Optional.ofNullable((Double) what.get("radius")),
                (GatheringStatus) what.getOrDefault("status", GatheringStatus.APPROVED),
                (String) what.getOrDefault("search", ""));
    }
}
