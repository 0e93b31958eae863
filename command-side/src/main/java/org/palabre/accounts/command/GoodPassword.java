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

/** A password of 8 to 128 characters that is not one of the most common ones (NIST SP 800-63B, 3.1.1.2). */
@Constraint(validatedBy = GoodPassword.Judge.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE, ElementType.RECORD_COMPONENT})
@interface GoodPassword {

    String message() default "{org.palabre.accounts.GoodPassword.message}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Judge implements ConstraintValidator<GoodPassword, String> {

        static final int MIN = 8;
        private static final int MAX = 128;

        @Override
        public boolean isValid(@Nullable String password, ConstraintValidatorContext context) {
            return password == null || good(password);
        }

        static boolean good(String password) {
            var length = password.codePointCount(0, password.length());
            return length >= MIN && length <= MAX && password.indexOf('\0') < 0 && !CommonPasswords.include(password);
        }
    }
}
