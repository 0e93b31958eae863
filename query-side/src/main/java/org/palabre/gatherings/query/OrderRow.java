package org.palabre.gatherings.query;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.palabre.accounts.AccountId;
import org.palabre.gatherings.GatheringId;
import org.palabre.gatherings.OrderEvent.Item;
import org.palabre.gatherings.OrderEvent.OrderPlaced;
import org.palabre.gatherings.OrderId;
import org.palabre.gatherings.OrderStatus;
import org.palabre.payments.PaymentId;
import org.palabre.projections.Row;

/** An order as it is kept. */
class OrderRow implements Row {

    OrderId id;
    GatheringId gatheringId;
    AccountId buyer;
    List<Item> items;
    BigDecimal amount;
    String currency;
    PaymentId paymentId;
    OrderStatus status;
    Instant placedAt;
    Instant expiresAt;
    long version;

    @JsonCreator
    @SuppressWarnings("NullAway.Init") // its fields are read from the table
    private OrderRow() {}

    OrderRow(OrderPlaced placed, Instant at) {
        id = placed.orderId();
        gatheringId = placed.gatheringId();
        buyer = placed.buyer();
        items = placed.items();
        amount = placed.amount().amount();
        currency = placed.amount().currency();
        paymentId = placed.paymentId();
        status = OrderStatus.PENDING;
        placedAt = at;
        expiresAt = placed.expiresAt();
    }

    @Override
    public UUID id() {
        return id.value();
    }
}
