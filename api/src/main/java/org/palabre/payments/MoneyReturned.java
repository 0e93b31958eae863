package org.palabre.payments;

import java.util.UUID;
import org.palabre.accounts.AccountId;
import org.palabre.shared.Money;

/**
 * What payers are told once their money went back.
 *
 * @param purchase what it had paid for: an order's or a subscription's id
 */
public record MoneyReturned(
        PaymentId paymentId, AccountId payer, Money amount, PaymentPurpose purpose, UUID purchase) {}
