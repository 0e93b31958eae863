package org.palabre.gatherings.query;

import static org.palabre.gatherings.query.GatheringTables.instant;
import static org.palabre.gatherings.query.GatheringTables.instantOrNull;
import static org.palabre.gatherings.query.GatheringTables.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.palabre.accounts.AccountId;
import org.palabre.gatherings.GatheringId;
import org.palabre.gatherings.GatheringQuery.FindGuests;
import org.palabre.gatherings.GatheringQuery.FindInvolvements;
import org.palabre.gatherings.GatheringQuery.FindParticipants;
import org.palabre.gatherings.GatheringQuery.GuestIds;
import org.palabre.gatherings.GatheringQuery.Involvement;
import org.palabre.gatherings.GatheringQuery.InvolvementPage;
import org.palabre.gatherings.GatheringQuery.ParticipantPage;
import org.palabre.gatherings.GatheringQuery.ParticipantView;
import org.palabre.gatherings.Guests;
import org.palabre.gatherings.OrderQuery.OrderedGathering;
import org.palabre.gatherings.ParticipationStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Answers who takes part in what. */
@Component
class ParticipationQueries {

    /** Who has a ticket takes part too, once however many tickets they have. */
    private static final String PARTICIPANTS = """
             from (
                select account_id, status, joined_at, (
                    select count(*)::int from gathering_waiting own join gathering_waiting ahead
                        on ahead.gathering_id = own.gathering_id and ahead.number <= own.number
                    where own.id = participation.id and participation.status = 'WAITLISTED') place
                from gathering_participation participation
                where gathering_id = :gathering and status is not null
                union all
                select holder, 'CONFIRMED', min(issued_at), 0
                from gathering_ticket
                where gathering_id = :gathering and status <> 'REFUNDED'
                group by holder
            ) participant
            where cast(:status as text) is null or status = :status
            """;

    private static final String INVOLVEMENTS =
            " from gathering_participation participation join gathering on gathering.id = participation.gathering_id"
                    + " where account_id = :account and (invited or participation.status is not null)";

    private static final String GUESTS = """
            select account_id from (
                select account_id from gathering_participation
                where gathering_id = :gathering
                    and case when :invited then invited and status is null else status is not null end
                union
                select holder from gathering_ticket
                where gathering_id = :gathering and not :invited and (refunded_at is null or refunded_at >= :since)
            ) guest
            where cast(:after as uuid) is null or account_id > :after
            order by account_id limit :most
            """;

    private final JdbcClient jdbc;
    private final GatheringTables tables;

    ParticipationQueries(DataSource dataSource, GatheringTables tables) {
        this.jdbc = JdbcClient.create(dataSource);
        this.tables = tables;
    }

    @QueryHandler
    ParticipantPage handle(FindParticipants query) {
        var count = participants("select count(*)", "", query).query(Long.class).single();
        var found = participants("select *", " order by joined_at desc, account_id limit :size offset :offset", query)
                .param("size", query.page().size())
                .param("offset", query.page().offset())
                .query(ParticipationQueries::participant)
                .list();
        var people = tables.people(found.stream().map(Participant::id).toList());
        return new ParticipantPage(
                count,
                found.stream()
                        .map(each -> new ParticipantView(
                                people.person(each.id()), each.status(), each.place(), each.joinedAt()))
                        .toList());
    }

    @QueryHandler
    InvolvementPage handle(FindInvolvements query) {
        var count = jdbc.sql("select count(*)" + INVOLVEMENTS)
                .param("account", query.accountId().value())
                .query(Long.class)
                .single();
        var rows = jdbc.sql("select participation.*, gathering.slug, gathering.title" + INVOLVEMENTS
                        + " order by joined_at desc, participation.id limit :size offset :offset")
                .param("account", query.accountId().value())
                .param("size", query.page().size())
                .param("offset", query.page().offset())
                .query(ParticipationQueries::involvement)
                .list();
        return new InvolvementPage(count, rows);
    }

    @QueryHandler
    GuestIds handle(FindGuests query) {
        return new GuestIds(jdbc.sql(GUESTS)
                .param("gathering", query.gatheringId().value())
                .param("invited", query.guests() == Guests.INVITED)
                .param("since", query.since().atOffset(ZoneOffset.UTC))
                .param("after", query.after().map(AccountId::value).orElse(null))
                .param("most", query.most())
                .query((row, _) -> new AccountId(uuid(row, "account_id")))
                .list());
    }

    private StatementSpec participants(String what, String order, FindParticipants query) {
        return jdbc.sql(what + PARTICIPANTS + order)
                .param("gathering", query.gatheringId().value())
                .param("status", query.status().map(Enum::name).orElse(null));
    }

    private record Participant(
            AccountId id,
            ParticipationStatus status,
            @Nullable Integer place,
            Instant joinedAt) {}

    private static Participant participant(ResultSet row, @SuppressWarnings("unused") int number) throws SQLException {
        var status = ParticipationStatus.valueOf(row.getString("status"));
        return new Participant(
                new AccountId(uuid(row, "account_id")),
                status,
                status == ParticipationStatus.WAITLISTED ? row.getInt("place") : null,
                instant(row, "joined_at"));
    }

    private static Involvement involvement(ResultSet row, @SuppressWarnings("unused") int number) throws SQLException {
        var status = row.getString("status");
        return new Involvement(
                new OrderedGathering(
                        new GatheringId(uuid(row, "gathering_id")), row.getString("slug"), row.getString("title")),
                row.getBoolean("invited"),
                status == null ? null : ParticipationStatus.valueOf(status),
                instantOrNull(row, "joined_at"));
    }
}
