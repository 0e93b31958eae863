package org.palabre.payments.query;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.palabre.accounts.AccountId;
import org.palabre.payments.PaymentEvent.PaymentRequested;
import org.palabre.payments.PaymentFailure;
import org.palabre.payments.PaymentId;
import org.palabre.payments.PaymentPurpose;
import org.palabre.payments.PaymentStatus;
import org.palabre.payments.PaymentTrouble;
import org.palabre.payments.Provider;
import org.palabre.projections.Row;

/** A payment. */
class PaymentRow implements Row {

    PaymentId id;
    AccountId payer;
    PaymentPurpose purpose;
    Provider provider;
    BigDecimal amount;
    String currency;
    PaymentStatus status;
    int attempt = 1;

    @Nullable
    PaymentFailure failure;

    @Nullable
    PaymentTrouble trouble;

    Instant createdAt;

    @Nullable
    Instant settledAt;

    long version;

    @JsonCreator
    @SuppressWarnings("NullAway.Init") // its fields are read from the table
    private PaymentRow() {}

    PaymentRow(PaymentRequested requested, Instant at) {
        id = requested.paymentId();
        payer = requested.payer();
        purpose = requested.purpose();
        provider = requested.provider();
        amount = requested.amount().amount();
        currency = requested.amount().currency();
        status = PaymentStatus.PENDING;
        createdAt = at;
    }

    void settle(PaymentStatus as, @Nullable PaymentFailure because, Instant at) {
        status = as;
        failure = because;
        settledAt = at;
        trouble = null;
    }

    /** Whoever has to look after it still has to. */
    void expire(Instant at) {
        status = PaymentStatus.EXPIRED;
        settledAt = at;
    }

    void needHelp(PaymentTrouble because) {
        failure = PaymentFailure.PROVIDER_ERROR;
        trouble = because;
    }

    @Override
    public UUID id() {
        return id.value();
    }
}
