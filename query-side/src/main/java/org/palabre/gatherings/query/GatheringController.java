package org.palabre.gatherings.query;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.palabre.accounts.AccountId;
import org.palabre.counting.ViewCounter;
import org.palabre.gatherings.Access;
import org.palabre.gatherings.CategoryId;
import org.palabre.gatherings.GatheringId;
import org.palabre.gatherings.GatheringQuery.CategoryPage;
import org.palabre.gatherings.GatheringQuery.CategoryView;
import org.palabre.gatherings.GatheringQuery.Coordinates;
import org.palabre.gatherings.GatheringQuery.FindCategories;
import org.palabre.gatherings.GatheringQuery.FindCategory;
import org.palabre.gatherings.GatheringQuery.FindGathering;
import org.palabre.gatherings.GatheringQuery.FindGatheringBySlug;
import org.palabre.gatherings.GatheringQuery.FindGatherings;
import org.palabre.gatherings.GatheringQuery.FindParticipating;
import org.palabre.gatherings.GatheringQuery.GatheringForViewer;
import org.palabre.gatherings.GatheringQuery.GatheringPage;
import org.palabre.gatherings.GatheringQuery.GatheringView;
import org.palabre.gatherings.GatheringQuery.Viewer;
import org.palabre.gatherings.GatheringQuery.Wanted;
import org.palabre.gatherings.GatheringStatus;
import org.palabre.shared.Actor;
import org.palabre.shared.Page;
import org.palabre.shared.Refused;
import org.palabre.shared.Refused.Common;
import org.palabre.views.Viewed;
import org.palabre.web.Allow;
import org.palabre.web.Allow.Who;
import org.palabre.web.Listing;
import org.palabre.web.Me;
import org.palabre.web.OrderBy;
import org.palabre.web.Queries;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows gatherings to whoever may know of them. */
@RestController
class GatheringController {

    private final Queries queries;
    private final ViewCounter views;

    GatheringController(Queries queries, ViewCounter views) {
        this.queries = queries;
        this.views = views;
    }

    @GetMapping("/api/events")
    @Allow(Who.ALL)
    Listing<GatheringView> gatherings(
            @RequestParam Optional<String> category,
            @RequestParam Optional<Access> access,
            @RequestParam Optional<AccountId> creator,
            @RequestParam("starts_after") Optional<Instant> startsAfter,
            @RequestParam("starts_before") Optional<Instant> startsBefore,
            @RequestParam("price_max") Optional<@Digits(integer = 15, fraction = 4) BigDecimal> priceMax,
            @RequestParam Optional<Coordinates> near,
            @RequestParam("radius_km") Optional<@Positive @Digits(integer = 6, fraction = 20) BigDecimal> radiusKm,
            @RequestParam(defaultValue = "approved") GatheringStatus status,
            @RequestParam(defaultValue = "") @Size(max = 200) String search,
            @OrderBy({"starts_at", "created_at", "views", "price", "distance"}) List<String> ordering,
            @Me Actor me,
            Page.Request page)
            throws MissingServletRequestParameterException {
        if (near.isEmpty()
                && (radiusKm.isPresent() || ordering.stream().anyMatch(field -> field.endsWith("distance")))) {
            throw new MissingServletRequestParameterException("near", "latitude,longitude");
        }
        var wanted = new Wanted(
                category.map(this::category),
                access,
                creator,
                startsAfter,
                startsBefore,
                priceMax,
                near,
                radiusKm.map(BigDecimal::doubleValue),
                status,
                search);
        return Listing.of(
                queries.answer(new FindGatherings(wanted, ordering, Viewer.of(me), page), GatheringPage.class), page);
    }

    private CategoryId category(String idOrSlug) {
        return queries.find(new FindCategory(idOrSlug), CategoryId.class)
                .orElseThrow(() -> Refused.field("category", Common.INVALID));
    }

    /**
     * A gathering by its id or its slug. Whoever gets it has looked at it, and sees that in its count.
     *
     * @param id or slug
     */
    @GetMapping("/api/events/{id}")
    @Allow(Who.ALL)
    GatheringForViewer gathering(@PathVariable String id, @Me Actor me, HttpServletRequest request) {
        var gathering = named(id);
        var viewer = Viewer.of(me);
        var isParticipating = queries.one(new FindParticipating(gathering, viewer), Boolean.class);
        if (!request.getMethod().equals("HEAD")) {
            views.count(new Viewed(Viewed.Kind.GATHERING, gathering.value()));
        }
        return new GatheringForViewer(
                queries.one(new FindGathering(gathering, viewer), GatheringView.class), isParticipating);
    }

    private GatheringId named(String idOrSlug) {
        return id(idOrSlug).orElseGet(() -> queries.one(new FindGatheringBySlug(idOrSlug), GatheringId.class));
    }

    private static Optional<GatheringId> id(String text) {
        try {
            return Optional.of(text)
                    .map(UUID::fromString)
                    .filter(id -> id.toString().equalsIgnoreCase(text))
                    .map(GatheringId::new);
        } catch (IllegalArgumentException slug) {
            return Optional.empty();
        }
    }

    @GetMapping("/api/event-categories")
    @Allow(Who.ALL)
    Listing<CategoryView> categories(Page.Request page) {
        return Listing.of(queries.answer(new FindCategories(page), CategoryPage.class), page);
    }
}
