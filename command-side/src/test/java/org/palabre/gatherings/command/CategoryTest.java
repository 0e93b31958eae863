package org.palabre.gatherings.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.palabre.gatherings.GatheringRefusal.CATEGORY_IN_USE;
import static org.palabre.gatherings.GatheringRefusal.NAME_TAKEN;
import static org.palabre.gatherings.UnfitField.UNFIT_PARENT;
import static org.palabre.gatherings.command.Announcements.MUSIC;
import static org.palabre.gatherings.command.Announcements.free;
import static org.palabre.gatherings.command.Village.ADMIN;
import static org.palabre.shared.Refused.Common.FORBIDDEN;
import static org.palabre.shared.Refused.Common.NOT_FOUND;

import org.junit.jupiter.api.Test;
import org.palabre.gatherings.CategoryCommand.AddCategory;
import org.palabre.gatherings.CategoryCommand.ChangeCategory;
import org.palabre.gatherings.CategoryCommand.RemoveCategory;
import org.palabre.gatherings.CategoryEvent.CategoryAdded;
import org.palabre.gatherings.CategoryEvent.CategoryMoved;
import org.palabre.gatherings.CategoryEvent.CategoryRemoved;
import org.palabre.gatherings.CategoryEvent.CategoryRenamed;
import org.palabre.gatherings.CategoryId;
import org.palabre.gatherings.GatheringCommand.AnnounceGathering;
import org.palabre.gatherings.GatheringId;
import org.palabre.gatherings.GatheringQuery.CategoryView;
import org.palabre.shared.Change;

class CategoryTest {

    private static final CategoryId JAZZ = CategoryId.next();
    private static final CategoryId SPORT = CategoryId.next();

    /** What is added to a slug that another category has. */
    private static final String END = "-" + Village.end(JAZZ.value());

    private final Village village = new Village();

    @Test
    void a_category_has_a_name_and_a_slug_of_its_own() {
        added(MUSIC, "Musique & Danse", null, "musique-danse");

        village.when(new AddCategory(JAZZ, "MUSIQUE & DANSE", null)).as(ADMIN).refused(NAME_TAKEN);
        added(JAZZ, "Musique, danse", null, "musique-danse" + END);
        village.when(rename(JAZZ, "musique & danse")).as(ADMIN).refused(NAME_TAKEN);
    }

    @Test
    void another_name_leaves_the_slug_and_frees_the_old_name() {
        added(MUSIC, "Musique", null, "musique");

        var renamed = village.when(rename(MUSIC, "Concerts")).as(ADMIN).then(new CategoryRenamed(MUSIC, "Concerts"));

        assertThat(renamed.answer(CategoryView.class).slug()).isEqualTo("musique");
        added(JAZZ, "Musique", null, "musique" + END);
    }

    @Test
    void there_is_one_level_of_parents() {
        added(MUSIC, "Musique", null, "musique");
        added(SPORT, "Sport", null, "sport");
        added(JAZZ, "Jazz", MUSIC, "jazz");

        village.when(new AddCategory(CategoryId.next(), "Swing", JAZZ))
                .as(ADMIN)
                .refused("parent", UNFIT_PARENT);
        village.when(new AddCategory(CategoryId.next(), "Swing", CategoryId.next()))
                .as(ADMIN)
                .refused("parent", UNFIT_PARENT);
        village.when(move(MUSIC, SPORT)).as(ADMIN).refused("parent", UNFIT_PARENT);
        village.when(move(SPORT, SPORT)).as(ADMIN).refused("parent", UNFIT_PARENT);
        village.when(move(JAZZ, SPORT)).as(ADMIN).then(new CategoryMoved(JAZZ, SPORT));
        village.when(move(JAZZ, null)).as(ADMIN).then(new CategoryMoved(JAZZ, null));
        village.when(move(JAZZ, null)).as(ADMIN).then();
    }

    @Test
    void one_in_use_cannot_be_removed() {
        added(MUSIC, "Musique", null, "musique");
        added(JAZZ, "Jazz", MUSIC, "jazz");
        village.when(new RemoveCategory(MUSIC)).as(ADMIN).refused(CATEGORY_IN_USE);

        village.when(new RemoveCategory(JAZZ)).as(ADMIN).then(new CategoryRemoved(JAZZ));
        village.when(new RemoveCategory(JAZZ)).as(ADMIN).refused(NOT_FOUND);

        village.when(new AnnounceGathering(GatheringId.next(), free(1), true)).as(village.someone());
        village.when(new RemoveCategory(MUSIC)).as(ADMIN).refused(CATEGORY_IN_USE);
    }

    @Test
    void categories_are_the_admins_business() {
        village.when(new AddCategory(MUSIC, "Musique", null))
                .as(village.someone())
                .refused(FORBIDDEN);
    }

    private void added(CategoryId id, String name, CategoryId parent, String slug) {
        village.when(new AddCategory(id, name, parent)).as(ADMIN).then(new CategoryAdded(id, name, slug, parent));
    }

    private static ChangeCategory rename(CategoryId id, String name) {
        return new ChangeCategory(id, Change.to(name), Change.keep());
    }

    private static ChangeCategory move(CategoryId id, CategoryId parent) {
        return new ChangeCategory(id, Change.keep(), Change.to(parent));
    }
}
