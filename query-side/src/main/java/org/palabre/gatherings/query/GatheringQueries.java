package org.palabre.gatherings.query;

import static org.palabre.gatherings.query.GatheringTables.GATHERING;
import static org.palabre.gatherings.query.GatheringTables.uuid;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.queryhandling.QueryHandler;
import org.palabre.accounts.AccountId;
import org.palabre.gatherings.GatheringId;
import org.palabre.gatherings.GatheringQuery.CategoryName;
import org.palabre.gatherings.GatheringQuery.EventStats;
import org.palabre.gatherings.GatheringQuery.FindEventStats;
import org.palabre.gatherings.GatheringQuery.FindGathering;
import org.palabre.gatherings.GatheringQuery.FindGatheringBySlug;
import org.palabre.gatherings.GatheringQuery.FindImage;
import org.palabre.gatherings.GatheringQuery.FindParticipating;
import org.palabre.gatherings.GatheringQuery.FindSurroundings;
import org.palabre.gatherings.GatheringQuery.GatheringView;
import org.palabre.gatherings.GatheringQuery.Image;
import org.palabre.gatherings.GatheringQuery.Surroundings;
import org.palabre.gatherings.GatheringQuery.Viewer;
import org.palabre.gatherings.OrderQuery.FindOrderable;
import org.palabre.gatherings.OrderQuery.Orderable;
import org.palabre.gatherings.OrderQuery.OrderedGathering;
import org.palabre.shared.Money;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Answers what a gathering is like, to those who may know of it. */
@Component
class GatheringQueries {

    private static final String VISIBLE = """
             where gathering.id = :id
                and (gathering.status in ('APPROVED', 'COMPLETED', 'CANCELLED') or :everything or gathering.creator = :viewer)
            """;

    private final JdbcClient jdbc;
    private final GatheringTables tables;
    private final String currency;

    GatheringQueries(DataSource dataSource, GatheringTables tables, @Value("${palabre.currency}") String currency) {
        this.jdbc = JdbcClient.create(dataSource);
        this.tables = tables;
        this.currency = currency;
    }

    @QueryHandler
    Optional<GatheringView> handle(FindGathering query) {
        return tables.views(visible(GATHERING, query.gatheringId(), query.viewer())).stream()
                .findFirst();
    }

    @QueryHandler
    Optional<Boolean> handle(FindParticipating query) {
        return visible("""
                        select exists (select 1 from gathering_participation
                                where gathering_id = :id and account_id = :viewer and status = 'CONFIRMED')
                            or exists (select 1 from gathering_ticket
                                where gathering_id = :id and holder = :viewer and status <> 'REFUNDED')
                        from gathering
                        """, query.gatheringId(), query.viewer())
                .query(Boolean.class)
                .optional();
    }

    @QueryHandler
    Optional<GatheringId> handle(FindGatheringBySlug query) {
        return jdbc.sql("select id from gathering where slug = ?")
                .param(query.slug())
                .query((row, _) -> new GatheringId(uuid(row, "id")))
                .optional();
    }

    @QueryHandler
    Optional<Image> handle(FindImage query) {
        return visible("select image id from gathering", query.gatheringId(), query.viewer())
                .query((row, _) ->
                        Optional.ofNullable(row.getObject("id", UUID.class)).map(Image::new))
                .optional()
                .flatMap(image -> image);
    }

    @QueryHandler
    Optional<Orderable> handle(FindOrderable query) {
        return visible("select slug, title, creator from gathering", query.gatheringId(), query.viewer())
                .query((row, _) -> new Orderable(
                        new OrderedGathering(query.gatheringId(), row.getString("slug"), row.getString("title")),
                        new AccountId(uuid(row, "creator"))))
                .optional();
    }

    /** A gathering that has just been announced may not be there yet. */
    @QueryHandler
    Surroundings handle(FindSurroundings query) {
        return tables
                .surroundings(jdbc.sql(GATHERING + " where gathering.id = ?")
                        .param(query.gatheringId().value()))
                .stream()
                .findFirst()
                .map(known -> new Surroundings(
                        known.creator(),
                        category(query),
                        known.viewsCount(),
                        known.participantsCount(),
                        known.seatsTaken(),
                        known.takenByType()))
                .orElseGet(() -> new Surroundings(
                        tables.people(List.of(query.creator())).person(query.creator()),
                        category(query),
                        0,
                        0,
                        0,
                        List.of()));
    }

    @QueryHandler
    Optional<EventStats> handle(FindEventStats query) {
        return jdbc.sql("""
                        select *, (select count(*) from gathering_waiting waiting
                            where waiting.gathering_id = figures.id) waitlisted_count
                        from gathering_figures figures where id = ?
                        """)
                .param(query.gatheringId().value())
                .query((row, _) -> {
                    var revenue = money(row.getBigDecimal("revenue"));
                    var commission = money(row.getBigDecimal("commission"));
                    return new EventStats(
                            row.getLong("views_count"),
                            row.getInt("participants_count"),
                            row.getInt("waitlisted_count"),
                            row.getInt("tickets_sold"),
                            row.getInt("checked_in_count"),
                            revenue,
                            commission,
                            revenue.minus(commission));
                })
                .optional();
    }

    private StatementSpec visible(String what, GatheringId id, Viewer viewer) {
        return jdbc.sql(what + VISIBLE)
                .param("id", id.value())
                .param("everything", viewer.everything())
                .param(
                        "viewer",
                        viewer.account().map(account -> account.value()).orElse(null),
                        java.sql.Types.OTHER);
    }

    private CategoryName category(FindSurroundings query) {
        return jdbc.sql("select name, slug from gathering_category where id = ?")
                .param(query.category().value())
                .query((row, _) -> new CategoryName(query.category(), row.getString("name"), row.getString("slug")))
                .optional()
                .orElseGet(() -> new CategoryName(query.category(), "", ""));
    }

    private Money money(BigDecimal amount) {
        return new Money(amount.setScale(Money.decimals(currency), RoundingMode.HALF_UP), currency);
    }
}
