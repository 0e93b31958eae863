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

/** The password was typed the same twice. */
@Constraint(validatedBy = Confirmed.Judge.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface Confirmed {

    String message() default "{org.palabre.accounts.Confirmed.message}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** A body with a password and its repetition; either is {@code null} where it was not sent. */
    interface Twice {

        @Nullable
        String password();

        @Nullable
        String passwordConfirm();
    }

    class Judge implements ConstraintValidator<Confirmed, Twice> {

        @Override
        public boolean isValid(Twice body, ConstraintValidatorContext context) {
            var password = body.password();
            var confirm = body.passwordConfirm();
            if (password == null || confirm == null || password.equals(confirm)) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                    .addPropertyNode("passwordConfirm")
                    .addConstraintViolation();
            return false;
        }
    }
}
