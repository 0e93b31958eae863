package org.palabre.gatherings.command;

import static org.palabre.gatherings.GatheringRefusal.CATEGORY_IN_USE;
import static org.palabre.gatherings.GatheringRefusal.NAME_TAKEN;
import static org.palabre.gatherings.UnfitField.UNFIT_PARENT;
import static org.palabre.handling.Precondition.met;

import java.util.Locale;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.palabre.claims.Claims;
import org.palabre.gatherings.CategoryCommand.AddCategory;
import org.palabre.gatherings.CategoryCommand.ChangeCategory;
import org.palabre.gatherings.CategoryCommand.RemoveCategory;
import org.palabre.gatherings.CategoryEvent.CategoryAdded;
import org.palabre.gatherings.CategoryId;
import org.palabre.gatherings.GatheringQuery.CategoryUse;
import org.palabre.gatherings.GatheringQuery.CategoryView;
import org.palabre.shared.Actor;
import org.palabre.shared.Actor.Role;
import org.palabre.shared.Change;
import org.palabre.shared.Refused;
import org.springframework.stereotype.Component;

/** Adds, changes and removes categories; a name belongs to one of them. */
@Component
class CategoryCommands {

    private static final String KIND = "category";
    private static final String NAME = "category-name";

    private final Repository<Category> stored;
    private final Categories categories;
    private final Claims claims;
    private final Slugs slugs;

    CategoryCommands(Repository<Category> stored, Categories categories, Claims claims, Slugs slugs) {
        this.stored = stored;
        this.categories = categories;
        this.claims = claims;
        this.slugs = slugs;
    }

    @CommandHandler
    CategoryView handle(AddCategory command, Actor actor) throws Exception {
        actor.must(Role.ADMIN);
        var id = command.categoryId();
        if (command.parent() != null) {
            requireFit(command.parent());
        }
        claims.take(NAME, normal(command.name()), id.value(), NAME_TAKEN);
        var slug = slugs.take(KIND, command.name(), id.value());
        return stored.newInstance(() -> new Category(new CategoryAdded(id, command.name(), slug, command.parent())))
                .invoke(Category::view);
    }

    @CommandHandler
    CategoryView handle(ChangeCategory command, Actor actor) {
        actor.must(Role.ADMIN);
        var id = command.categoryId();
        var category = stored.load(id.toString());
        if (command.parent() instanceof Change.Set<CategoryId>(CategoryId parent) && parent != null) {
            if (parent.equals(id) || categories.isParent(id)) {
                throw Refused.field("parent", UNFIT_PARENT);
            }
            requireFit(parent);
        }
        met(category);
        if (command.name() instanceof Change.Set<String>(String name) && name != null) {
            rename(id, category.invoke(Category::name), name);
        }
        category.execute(it -> it.change(command));
        return category.invoke(Category::view);
    }

    @CommandHandler
    void handle(RemoveCategory command, Actor actor) {
        actor.must(Role.ADMIN);
        var id = command.categoryId();
        var category = met(stored.load(id.toString()));
        if (categories.find(id).map(CategoryUse::inUse).orElse(false)) {
            throw new Refused(CATEGORY_IN_USE);
        }
        var name = category.invoke(Category::name);
        category.execute(Category::remove);
        claims.release(NAME, normal(name), id.value());
    }

    /** There is one level of parents. */
    private void requireFit(CategoryId parent) {
        if (categories
                .find(parent)
                .filter(use -> use.category().parent() == null)
                .isEmpty()) {
            throw Refused.field("parent", UNFIT_PARENT);
        }
    }

    private void rename(CategoryId id, String from, String to) {
        if (!normal(from).equals(normal(to))) {
            claims.move(NAME, normal(from), normal(to), id.value(), NAME_TAKEN);
        }
    }

    private static String normal(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
