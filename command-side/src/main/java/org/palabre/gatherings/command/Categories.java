package org.palabre.gatherings.command;

import static org.palabre.gatherings.UnfitField.UNKNOWN_CATEGORY;

import java.util.Optional;
import org.palabre.gatherings.CategoryId;
import org.palabre.gatherings.GatheringQuery.CategoryPage;
import org.palabre.gatherings.GatheringQuery.CategoryUse;
import org.palabre.gatherings.GatheringQuery.FindCategories;
import org.palabre.gatherings.GatheringQuery.FindCategoryUse;
import org.palabre.shared.Page;
import org.palabre.shared.Refused;
import org.palabre.web.Queries;
import org.springframework.stereotype.Component;

/** The categories as everybody sees them, with what is in them. */
@Component
class Categories {

    private static final int MOST_AT_ONCE = 100;

    private final Queries queries;

    Categories(Queries queries) {
        this.queries = queries;
    }

    Optional<CategoryUse> find(CategoryId id) {
        return queries.find(new FindCategoryUse(id), CategoryUse.class);
    }

    /** Whether others are below it. */
    boolean isParent(CategoryId id) {
        for (var number = 1; ; number++) {
            var request = new Page.Request(number, MOST_AT_ONCE);
            var page = queries.answer(new FindCategories(request), CategoryPage.class);
            if (page.rows().stream().anyMatch(category -> id.equals(category.parent()))) {
                return true;
            }
            if (page.count() <= request.offset() + request.size()) {
                return false;
            }
        }
    }

    void requireKnown(CategoryId id) {
        if (find(id).isEmpty()) {
            throw Refused.field("category", UNKNOWN_CATEGORY);
        }
    }
}
