package org.palabre.gatherings;

import org.jspecify.annotations.Nullable;
import org.palabre.shared.DomainEvent;

/** What has happened to a category of gatherings. */
public sealed interface CategoryEvent extends DomainEvent {

    CategoryId categoryId();

    /**
     * There is a category.
     *
     * @param slug its name in addresses, unique among categories; it stays
     */
    record CategoryAdded(
            CategoryId categoryId,
            String name,
            String slug,
            @Nullable CategoryId parent) implements CategoryEvent {}

    record CategoryRenamed(CategoryId categoryId, String name) implements CategoryEvent {}

    record CategoryMoved(CategoryId categoryId, @Nullable CategoryId parent) implements CategoryEvent {}

    record CategoryRemoved(CategoryId categoryId) implements CategoryEvent {}
}
