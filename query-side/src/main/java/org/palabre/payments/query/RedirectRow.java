package org.palabre.payments.query;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.UUID;
import org.palabre.accounts.AccountId;
import org.palabre.payments.PaymentId;
import org.palabre.projections.Row;

/** Where somebody goes to pay. */
class RedirectRow implements Row {

    PaymentId id;
    AccountId payer;
    String url;

    @JsonCreator
    @SuppressWarnings("NullAway.Init") // its fields are read from the table
    private RedirectRow() {}

    RedirectRow(PaymentId id, AccountId payer, String url) {
        this.id = id;
        this.payer = payer;
        this.url = url;
    }

    @Override
    public UUID id() {
        return id.value();
    }
}
