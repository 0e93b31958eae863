package org.palabre.accounts.command.imports;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.palabre.accounts.command.django.DjangoHash;

/** The hash of a password as Django's tables have it, or the sign that there is none. */
@Constraint(validatedBy = OldPassword.Judge.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE, ElementType.RECORD_COMPONENT})
@interface OldPassword {

    String message() default "must be a hash of Django's that takes no more than four times its usual work";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Judge implements ConstraintValidator<OldPassword, String> {

        @Override
        public boolean isValid(String password, ConstraintValidatorContext context) {
            return password.startsWith(DjangoHash.UNUSABLE)
                    || DjangoHash.read(password).isPresent();
        }
    }
}
