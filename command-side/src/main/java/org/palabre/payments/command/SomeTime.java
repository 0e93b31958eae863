package org.palabre.payments.command;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/** A period from a day to ten years. */
@Constraint(validatedBy = SomeTime.Judge.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE, ElementType.RECORD_COMPONENT})
@interface SomeTime {

    String message() default "{org.palabre.payments.SomeTime.message}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Judge implements ConstraintValidator<SomeTime, Period> {

        private static final int YEARS = 10;

        @Override
        public boolean isValid(@Nullable Period period, ConstraintValidatorContext context) {
            return period == null
                    || (!period.isNegative()
                            && !period.isZero()
                            && period.getYears() <= YEARS
                            && period.getMonths() <= YEARS * 12
                            && period.getDays() <= YEARS * 366);
        }
    }
}
