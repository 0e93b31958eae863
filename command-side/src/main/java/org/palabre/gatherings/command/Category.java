package org.palabre.gatherings.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;
import static org.axonframework.modelling.command.AggregateLifecycle.markDeleted;

import java.util.Objects;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.palabre.gatherings.CategoryCommand.ChangeCategory;
import org.palabre.gatherings.CategoryEvent;
import org.palabre.gatherings.CategoryEvent.CategoryAdded;
import org.palabre.gatherings.CategoryEvent.CategoryMoved;
import org.palabre.gatherings.CategoryEvent.CategoryRemoved;
import org.palabre.gatherings.CategoryEvent.CategoryRenamed;
import org.palabre.gatherings.CategoryId;
import org.palabre.gatherings.GatheringQuery.CategoryView;

/** A sort of gatherings. */
@Aggregate
class Category {

    @AggregateIdentifier
    private CategoryId id;

    private String name = "";
    private String slug = "";
    private @Nullable CategoryId parent;

    Category() {}

    Category(CategoryAdded added) {
        apply(added);
    }

    String name() {
        return name;
    }

    void change(ChangeCategory changes) {
        changes.name().from(name, next -> apply(new CategoryRenamed(id, Objects.requireNonNull(next))));
        changes.parent().from(parent, next -> apply(new CategoryMoved(id, next)));
    }

    void remove() {
        apply(new CategoryRemoved(id));
    }

    CategoryView view() {
        return new CategoryView(id, name, slug, parent, getVersion());
    }

    @EventSourcingHandler
    void on(CategoryEvent event) {
        switch (event) {
            case CategoryAdded added -> {
                id = added.categoryId();
                name = added.name();
                slug = added.slug();
                parent = added.parent();
            }
            case CategoryRenamed renamed -> name = renamed.name();
            case CategoryMoved moved -> parent = moved.parent();
            case CategoryRemoved _ -> markDeleted();
        }
    }
}
