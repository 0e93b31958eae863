package org.palabre.shared;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;

/**
 * An exact amount of money.
 *
 * @param amount never negative, with as many decimals as the currency has (XOF: none)
 * @param currency its ISO 4217 code
 */
public record Money(
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount, String currency) implements Comparable<Money> {

    /**
     * Refuses what is no money.
     *
     * @throws ArithmeticException if the amount has more decimals than the currency
     * @throws IllegalArgumentException if there is no such currency, or the amount is negative
     */
    public Money {
        amount = amount.setScale(decimals(currency), RoundingMode.UNNECESSARY);
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("Money is never negative");
        }
    }

    public static Money none(String currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /** How many decimals amounts of a currency have. */
    public static int decimals(String currency) {
        return Currency.getInstance(currency).getDefaultFractionDigits();
    }

    public Money plus(Money other) {
        return new Money(amount.add(sameCurrency(other).amount), currency);
    }

    public Money minus(Money other) {
        return new Money(amount.subtract(sameCurrency(other).amount), currency);
    }

    public Money times(int quantity) {
        return new Money(amount.multiply(BigDecimal.valueOf(quantity)), currency);
    }

    /** This part of it, rounded half up to what the currency knows. */
    public Money part(BigDecimal share) {
        return new Money(amount.multiply(share).setScale(decimals(currency), RoundingMode.HALF_UP), currency);
    }

    /** As people write it in this language. */
    public String written(Locale language) {
        var format = NumberFormat.getNumberInstance(language);
        format.setMinimumFractionDigits(amount.scale());
        return "%s %s".formatted(format.format(amount), currency);
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(sameCurrency(other).amount);
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("%s is not %s".formatted(other.currency, currency));
        }
        return other;
    }
}
