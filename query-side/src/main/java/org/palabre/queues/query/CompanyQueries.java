package org.palabre.queues.query;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.queryhandling.QueryHandler;
import org.palabre.queues.CompanyId;
import org.palabre.queues.QueueQuery.CompanyPage;
import org.palabre.queues.QueueQuery.CompanyView;
import org.palabre.queues.QueueQuery.FindCompanies;
import org.palabre.queues.QueueQuery.FindCompany;
import org.palabre.queues.QueueQuery.FindCompanyByToken;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers who is at the fair. */
@Component
class CompanyQueries {

    private static final String WANTED = """
             where (cast(:status as text) is null or status = :status)
                and search like all (select '%' || word || '%' from unnest(search_words(:search)) word)
            """;

    private final JdbcClient jdbc;
    private final FairTables fair;

    CompanyQueries(DataSource dataSource, FairTables fair) {
        this.jdbc = JdbcClient.create(dataSource);
        this.fair = fair;
    }

    @QueryHandler
    Optional<CompanyView> handle(FindCompany query) {
        return fair.findCompany(query.companyId());
    }

    @QueryHandler
    Optional<CompanyId> handle(FindCompanyByToken query) {
        return jdbc.sql("select id from fair_company where token_hash = ?")
                .param(query.tokenHash())
                .query((row, _) -> new CompanyId(FairTables.uuid(row, "id")))
                .optional();
    }

    @QueryHandler
    CompanyPage handle(FindCompanies query) {
        var status = query.status().map(Enum::name).orElse(null);
        var count = jdbc.sql("select count(*) from fair_company" + WANTED)
                .param("status", status)
                .param("search", query.search())
                .query(Long.class)
                .single();
        var rows = jdbc.sql(FairTables.COMPANY + WANTED + "order by " + order(query.ordering())
                        + " limit :size offset :offset")
                .param("status", status)
                .param("search", query.search())
                .param("size", query.page().size())
                .param("offset", query.page().offset())
                .query(FairTables::company)
                .list();
        return new CompanyPage(count, rows);
    }

    private static String order(List<String> ordering) {
        var order = new StringBuilder();
        for (var field : ordering) {
            order.append(
                    switch (field) {
                        case "name" -> "search, ";
                        case "-name" -> "search desc, ";
                        case "waiting_count" -> "waiting_count, ";
                        case "-waiting_count" -> "waiting_count desc, ";
                        default -> throw new IllegalArgumentException("No ordering by " + field);
                    });
        }
        return order.append("search, id").toString();
    }
}
