package org.palabre.gatherings.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.queryhandling.QueryHandler;
import org.palabre.gatherings.CategoryId;
import org.palabre.gatherings.GatheringQuery.CategoryPage;
import org.palabre.gatherings.GatheringQuery.CategoryUse;
import org.palabre.gatherings.GatheringQuery.CategoryView;
import org.palabre.gatherings.GatheringQuery.FindCategories;
import org.palabre.gatherings.GatheringQuery.FindCategory;
import org.palabre.gatherings.GatheringQuery.FindCategoryUse;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers which categories of gatherings there are. */
@Component
class CategoryQueries {

    private final JdbcClient jdbc;

    CategoryQueries(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    @QueryHandler
    CategoryPage handle(FindCategories query) {
        var count = jdbc.sql("select count(*) from gathering_category")
                .query(Long.class)
                .single();
        var rows = jdbc.sql("select * from gathering_category order by plain(name), id limit ? offset ?")
                .params(query.page().size(), query.page().offset())
                .query(CategoryQueries::category)
                .list();
        return new CategoryPage(count, rows);
    }

    @QueryHandler
    Optional<CategoryId> handle(FindCategory query) {
        return jdbc.sql("select id from gathering_category where slug = :text or id::text = :text")
                .param("text", query.idOrSlug())
                .query((row, _) -> new CategoryId(GatheringTables.uuid(row, "id")))
                .optional();
    }

    @QueryHandler
    Optional<CategoryUse> handle(FindCategoryUse query) {
        return jdbc.sql("""
                        select *, exists (select 1 from gathering_card card where card.category = category.id)
                            or exists (select 1 from gathering_category child where child.parent = category.id) in_use
                        from gathering_category category where id = ?
                        """)
                .param(query.categoryId().value())
                .query((row, number) -> new CategoryUse(category(row, number), row.getBoolean("in_use")))
                .optional();
    }

    private static CategoryView category(ResultSet row, @SuppressWarnings("unused") int number) throws SQLException {
        var parent = row.getObject("parent", UUID.class);
        return new CategoryView(
                new CategoryId(GatheringTables.uuid(row, "id")),
                row.getString("name"),
                row.getString("slug"),
                parent == null ? null : new CategoryId(parent),
                row.getLong("version"));
    }
}
