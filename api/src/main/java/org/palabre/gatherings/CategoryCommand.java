package org.palabre.gatherings;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.palabre.shared.Change;

/** What one may ask of a category of gatherings. */
public sealed interface CategoryCommand {

    @TargetAggregateIdentifier
    CategoryId categoryId();

    /**
     * Answered by the {@link GatheringQuery.CategoryView}.
     *
     * @param name 1 to 100 characters, unique without regard to case
     * @param parent one that has none itself
     */
    record AddCategory(
            CategoryId categoryId, String name, @Nullable CategoryId parent) implements CategoryCommand {}

    /** Answered by the {@link GatheringQuery.CategoryView}. */
    record ChangeCategory(CategoryId categoryId, Change<String> name, Change<CategoryId> parent)
            implements CategoryCommand {}

    /** Removes one that no gathering and no other category uses; without an answer. */
    record RemoveCategory(CategoryId categoryId) implements CategoryCommand {}
}
