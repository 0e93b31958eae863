package org.palabre.gatherings.command;

import org.palabre.gatherings.CategoryId;
import org.palabre.web.Existence;
import org.springframework.stereotype.Component;

@Component
class CategoryExistence implements Existence<CategoryId> {

    private final Categories categories;

    CategoryExistence(Categories categories) {
        this.categories = categories;
    }

    @Override
    public Class<CategoryId> id() {
        return CategoryId.class;
    }

    @Override
    public boolean exists(CategoryId id) {
        return categories.find(id).isPresent();
    }
}
