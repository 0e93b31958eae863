package org.palabre.web;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A text of one line that says something: a name, a title. Neither blank nor with control characters in it. */
@NotNull
@Pattern(regexp = "(?=.*[^\\p{Z}\\p{Cf}])" + OneLine.CHARACTERS)
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE, ElementType.RECORD_COMPONENT})
public @interface OneLine {

    /** Of what such a text is made, where it may be empty. */
    String CHARACTERS = "[^\\p{Cc}\\u2028\\u2029]*";

    String message() default "{org.palabre.web.OneLine.message}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
