package org.palabre.accounts.command.imports;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A moment as databases write it, from 1970 until now. */
@Constraint(validatedBy = PastMoment.Judge.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE, ElementType.RECORD_COMPONENT})
@interface PastMoment {

    String message() default "must be a moment from 1970 until now, such as 2024-05-31 18:30:00+00";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Judge implements ConstraintValidator<PastMoment, String> {

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            var now = context.getClockProvider().getClock().instant();
            return text == null
                    || Moments.read(text)
                            .filter(moment -> !moment.isBefore(Instant.EPOCH) && !moment.isAfter(now))
                            .isPresent();
        }
    }
}
