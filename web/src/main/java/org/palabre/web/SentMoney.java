package org.palabre.web;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.palabre.shared.Money;
import org.springframework.beans.factory.annotation.Value;

/**
 * Money as it is sent; where it is an {@link Amount}, it is money indeed.
 *
 * @param amount a decimal number without a sign
 * @param currency its ISO 4217 code
 */
public record SentMoney(@Nullable String amount, @Nullable String currency) {

    public Money money() {
        if (amount == null || currency == null) {
            throw new IllegalStateException("This was not judged");
        }
        return new Money(new BigDecimal(amount), currency);
    }

    /** Money in the platform's currency: a decimal text, with no more decimals than the currency has and at most 12 digits before. */
    @Constraint(validatedBy = Judge.class)
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE, ElementType.RECORD_COMPONENT})
    public @interface Amount {

        /** Whether nothing is too little. */
        boolean aboveZero() default false;

        String message() default "{org.palabre.web.SentMoney.message}";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    static class Judge implements ConstraintValidator<Amount, SentMoney> {

        private final String currency;
        private final String form;
        private boolean aboveZero;

        Judge(@Value("${palabre.currency}") String currency) {
            this.currency = currency;
            var decimals = Money.decimals(currency);
            this.form = "\\d{1,12}" + (decimals == 0 ? "" : "(\\.\\d{1,%d})?".formatted(decimals));
        }

        @Override
        public void initialize(Amount constraint) {
            aboveZero = constraint.aboveZero();
        }

        @Override
        public boolean isValid(@Nullable SentMoney sent, ConstraintValidatorContext context) {
            return sent == null
                    || (currency.equals(sent.currency)
                            && sent.amount != null
                            && sent.amount.matches(form)
                            && !(aboveZero && new BigDecimal(sent.amount).signum() == 0));
        }
    }
}
