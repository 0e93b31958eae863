package org.palabre.accounts.command;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
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

        private static final int MIN = 8;
        private static final int MAX = 128;
        private static final Set<String> COMMON = common();

        @Override
        public boolean isValid(@Nullable String password, ConstraintValidatorContext context) {
            return password == null || good(password);
        }

        static boolean good(String password) {
            var length = password.codePointCount(0, password.length());
            return length >= MIN
                    && length <= MAX
                    && password.indexOf('\0') < 0
                    && !COMMON.contains(password.toLowerCase(Locale.ROOT));
        }

        private static Set<String> common() {
            var list = Objects.requireNonNull(GoodPassword.class.getResourceAsStream("common-passwords.txt"));
            try (var lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
                return lines.lines().collect(Collectors.toUnmodifiableSet());
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}
