package org.palabre.accounts.command;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** A telephone number, E.164 or national. */
@Constraint(validatedBy = Telephone.Judge.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE, ElementType.RECORD_COMPONENT})
@interface Telephone {

    String message() default "{org.palabre.accounts.Telephone.message}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Judge implements ConstraintValidator<Telephone, String> {

        private final Telephones telephones;

        Judge(Telephones telephones) {
            this.telephones = telephones;
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || telephones.read(text).isPresent();
        }
    }
}
