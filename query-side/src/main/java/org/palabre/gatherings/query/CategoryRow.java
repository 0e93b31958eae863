package org.palabre.gatherings.query;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.palabre.gatherings.CategoryEvent.CategoryAdded;
import org.palabre.gatherings.CategoryId;
import org.palabre.projections.Row;

/** A category of gatherings. */
class CategoryRow implements Row {

    CategoryId id;
    String name;
    String slug;

    @Nullable
    CategoryId parent;

    long version;

    @JsonCreator
    @SuppressWarnings("NullAway.Init") // its fields are read from the table
    private CategoryRow() {}

    CategoryRow(CategoryAdded added) {
        id = added.categoryId();
        name = added.name();
        slug = added.slug();
        parent = added.parent();
    }

    @Override
    public UUID id() {
        return id.value();
    }
}
