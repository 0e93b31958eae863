package org.palabre.telephones;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A telephone number, E.164 or national; what is none is told why. */
@Constraint(validatedBy = Telephone.Judge.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE, ElementType.RECORD_COMPONENT})
public @interface Telephone {

    String message() default "{org.palabre.telephones.Telephone.not_a_number}";

    /** Whether it has to be able to have a wallet: mobile, as far as its country tells mobile numbers from others. */
    boolean mobile() default false;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Judge implements ConstraintValidator<Telephone, String> {

        private final Telephones telephones;
        private boolean mobile;

        Judge(Telephones telephones) {
            this.telephones = telephones;
        }

        @Override
        public void initialize(Telephone constraint) {
            mobile = constraint.mobile();
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            if (text == null) {
                return true;
            }
            return switch (mobile ? telephones.judgeMobile(text) : telephones.judge(text)) {
                case Telephones.E164 _ -> true;
                case Telephones.Fault fault -> {
                    context.disableDefaultConstraintViolation();
                    context.buildConstraintViolationWithTemplate(message(fault)).addConstraintViolation();
                    yield false;
                }
            };
        }

        private static String message(Telephones.Fault fault) {
            return "{org.palabre.telephones.Telephone.%s}"
                    .formatted(fault.name().toLowerCase(Locale.ROOT));
        }
    }
}
