package org.palabre.payments.query;

import static java.util.stream.Collectors.toSet;

import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.palabre.accounts.AccountId;
import org.palabre.accounts.AccountQuery.FindPeople;
import org.palabre.accounts.AccountQuery.People;
import org.palabre.payments.PaymentId;
import org.palabre.payments.PaymentQuery.FindAllPayments;
import org.palabre.payments.PaymentQuery.FindPayment;
import org.palabre.payments.PaymentQuery.FindPaymentStandings;
import org.palabre.payments.PaymentQuery.FindPayments;
import org.palabre.payments.PaymentQuery.PayerPage;
import org.palabre.payments.PaymentQuery.PaymentOf;
import org.palabre.payments.PaymentQuery.PaymentPage;
import org.palabre.payments.PaymentQuery.PaymentView;
import org.palabre.payments.PaymentQuery.Standings;
import org.palabre.payments.PaymentTrouble;
import org.palabre.web.Queries;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers how payments stand. */
@Component
class PaymentQueries {

    private static final String NEWEST_FIRST = " order by created_at desc, id desc limit :size offset :offset";

    private static final String OWN = " where payer = :payer and (cast(:status as text) is null or status = :status)";

    private static final String ALL = """
             where (cast(:status as text) is null or status = :status)
                and (cast(:provider as text) is null or provider = :provider)
                and (cast(:purpose as text) is null or purpose = :purpose)
                and (cast(:needsHelp as boolean) is null or (trouble is not null) = :needsHelp)
            """;

    private final JdbcClient jdbc;
    private final Queries queries;

    PaymentQueries(DataSource dataSource, Queries queries) {
        this.jdbc = JdbcClient.create(dataSource);
        this.queries = queries;
    }

    @QueryHandler
    Optional<PaymentView> handle(FindPayment query) {
        return jdbc.sql("select * from payment where id = ? and payer = ?")
                .params(query.paymentId().value(), query.payer().value())
                .query(PaymentTables::payment)
                .optional();
    }

    @QueryHandler
    Standings handle(FindPaymentStandings query) {
        return new Standings(jdbc.sql("""
                        select payment.id, status, url from payment left join payment_redirect using (id)
                        where payment.id = any(?)
                        """)
                .param(query.payments().stream().map(PaymentId::value).toArray(UUID[]::new))
                .query(PaymentTables::standing)
                .list());
    }

    @QueryHandler
    PaymentPage handle(FindPayments query) {
        var count = own("select count(*) from payment" + OWN, query)
                .query(Long.class)
                .single();
        var rows = own("select * from payment" + OWN + NEWEST_FIRST, query)
                .param("size", query.page().size())
                .param("offset", query.page().offset())
                .query(PaymentTables::payment)
                .list();
        return new PaymentPage(count, rows);
    }

    @QueryHandler
    PayerPage handle(FindAllPayments query) {
        var count = all("select count(*) from payment" + ALL, query)
                .query(Long.class)
                .single();
        var rows = all("select * from payment" + ALL + NEWEST_FIRST, query)
                .param("size", query.page().size())
                .param("offset", query.page().offset())
                .query((row, number) -> new Paid(
                        PaymentTables.payment(row, number), PaymentTables.payer(row), PaymentTables.trouble(row)))
                .list();
        var people =
                queries.answer(new FindPeople(rows.stream().map(Paid::payer).collect(toSet())), People.class);
        return new PayerPage(
                count,
                rows.stream()
                        .map(row -> new PaymentOf(row.payment(), people.person(row.payer()), row.trouble()))
                        .toList());
    }

    private record Paid(
            PaymentView payment, AccountId payer, @Nullable PaymentTrouble trouble) {}

    private JdbcClient.StatementSpec own(String sql, FindPayments query) {
        return jdbc.sql(sql)
                .param("payer", query.payer().value())
                .param("status", query.status().map(Enum::name).orElse(null));
    }

    private JdbcClient.StatementSpec all(String sql, FindAllPayments query) {
        return jdbc.sql(sql)
                .param("status", query.status().map(Enum::name).orElse(null))
                .param("provider", query.provider().map(Enum::name).orElse(null))
                .param("purpose", query.purpose().map(Enum::name).orElse(null))
                .param("needsHelp", query.needsHelp().orElse(null));
    }
}
