package org.palabre.gatherings.command;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.axonframework.queryhandling.QueryHandler;
import org.palabre.accounts.AccountId;
import org.palabre.accounts.AccountQuery.FindProfile;
import org.palabre.accounts.AccountQuery.ProfileView;
import org.palabre.gatherings.CategoryEvent.CategoryAdded;
import org.palabre.gatherings.CategoryEvent.CategoryMoved;
import org.palabre.gatherings.CategoryEvent.CategoryRemoved;
import org.palabre.gatherings.CategoryEvent.CategoryRenamed;
import org.palabre.gatherings.CategoryId;
import org.palabre.gatherings.GatheringEvent.GatheringAnnounced;
import org.palabre.gatherings.GatheringQuery.CategoryPage;
import org.palabre.gatherings.GatheringQuery.CategoryUse;
import org.palabre.gatherings.GatheringQuery.CategoryView;
import org.palabre.gatherings.GatheringQuery.FindCategories;
import org.palabre.gatherings.GatheringQuery.FindCategoryUse;
import org.palabre.payments.SubscriptionQuery.FindPlanTerms;
import org.palabre.payments.SubscriptionQuery.PlanTerms;

/** What the village's history shows to who decides. */
final class VillageReads {

    /** On which terms everybody organises. */
    PlanTerms terms = new PlanTerms(new BigDecimal("0.05"), null, null);

    /** Those who live there. */
    final Set<AccountId> people = new HashSet<>();

    private final Supplier<List<Object>> history;

    VillageReads(Supplier<List<Object>> history) {
        this.history = history;
    }

    @QueryHandler
    Optional<CategoryUse> handle(FindCategoryUse query) {
        var categories = categories();
        return Optional.ofNullable(categories.get(query.categoryId()))
                .map(category -> new CategoryUse(
                        category,
                        categories.values().stream()
                                        .anyMatch(each -> query.categoryId().equals(each.parent()))
                                || history.get().stream()
                                        .anyMatch(event -> event instanceof GatheringAnnounced announced
                                                && announced
                                                        .announcement()
                                                        .category()
                                                        .equals(query.categoryId()))));
    }

    @QueryHandler
    PlanTerms handle(FindPlanTerms query) {
        return terms;
    }

    @QueryHandler
    CategoryPage handle(FindCategories query) {
        var all = List.copyOf(categories().values());
        return new CategoryPage(
                all.size(),
                all.stream()
                        .skip(query.page().offset())
                        .limit(query.page().size())
                        .toList());
    }

    @QueryHandler
    Optional<ProfileView> handle(FindProfile query) {
        return Optional.of(query.accountId())
                .filter(people::contains)
                .map(id -> new ProfileView(id, null, "", "", null, false, null, false, null, 0, 0, 0, 0));
    }

    private Map<CategoryId, CategoryView> categories() {
        var categories = new LinkedHashMap<CategoryId, CategoryView>();
        for (var event : history.get()) {
            switch (event) {
                case CategoryAdded added ->
                    categories.put(
                            added.categoryId(),
                            new CategoryView(added.categoryId(), added.name(), added.slug(), added.parent(), 0));
                case CategoryRenamed renamed ->
                    categories.computeIfPresent(
                            renamed.categoryId(),
                            (id, was) -> new CategoryView(id, renamed.name(), was.slug(), was.parent(), 0));
                case CategoryMoved moved ->
                    categories.computeIfPresent(
                            moved.categoryId(),
                            (id, was) -> new CategoryView(id, was.name(), was.slug(), moved.parent(), 0));
                case CategoryRemoved removed -> categories.remove(removed.categoryId());
                default -> {}
            }
        }
        return categories;
    }
}
