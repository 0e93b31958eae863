package org.palabre.payments.command.sandbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.palabre.deadlines.Deadlines;
import org.palabre.payments.PaymentFailure;
import org.palabre.payments.Provider;
import org.palabre.payments.command.providers.Charge;
import org.palabre.payments.command.providers.MobileMoney;
import org.palabre.payments.command.providers.Reply;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The books of the sandbox: what was asked of whom, and what the {@link Phone} did about it. */
@Component
@ConditionalOnBooleanProperty("palabre.payments.sandbox")
class Sandbox implements MobileMoney {

    private final JdbcClient jdbc;
    private final Deadlines deadlines;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Sandbox(JdbcClient jdbc, Deadlines deadlines, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.deadlines = deadlines;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public Provider provider() {
        return Provider.SANDBOX;
    }

    @Override
    public IfLost ifLost() {
        return IfLost.SAY_AGAIN;
    }

    @Override
    public boolean callsBack() {
        return true;
    }

    @Override
    public Reply request(Charge charge) {
        transactions.executeWithoutResult(_ -> {
            var news = jdbc.sql("""
                            insert into sandbox_payment (reference, amount, currency) values (?, ?, ?)
                            on conflict do nothing
                            """)
                    .params(
                            charge.reference(),
                            charge.amount().amount(),
                            charge.amount().currency())
                    .update();
            if (news > 0) {
                Phone.of(charge.telephone())
                        .answers(clock.instant(), charge.expiresAt())
                        .ifPresent(at -> deadlines.schedule(
                                "sandbox-" + charge.reference(),
                                at,
                                new AnswerPhone(charge.reference(), Phone.of(charge.telephone()))));
            }
        });
        return Reply.Taken.simply();
    }

    @Override
    public Reply ask(Charge charge, Map<String, String> session) {
        return jdbc.sql("select * from sandbox_payment where reference = ?")
                .param(charge.reference())
                .query(Sandbox::reply)
                .optional()
                .orElse(new Reply.Unknown("never heard of"));
    }

    @Override
    public Reply giveBack(Charge charge, Map<String, String> session) {
        become(charge.reference(), "REFUNDED");
        return new Reply.GivenBack();
    }

    void become(UUID reference, String status) {
        jdbc.sql("update sandbox_payment set status = ? where reference = ?")
                .params(status, reference)
                .update();
    }

    private static Reply reply(ResultSet row, @SuppressWarnings("unused") int number) throws SQLException {
        return switch (row.getString("status")) {
            case "SUCCEEDED", "REFUNDED" ->
                new Reply.Paid(row.getString("reference"), row.getBigDecimal("amount"), row.getString("currency"));
            case "FAILED" -> new Reply.Declined(PaymentFailure.INSUFFICIENT_FUNDS);
            default -> new Reply.Waiting();
        };
    }
}
