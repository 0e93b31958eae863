package org.palabre.accounts.command;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A name to log in with, which can be neither an e-mail address nor a telephone number. */
@Pattern(regexp = "[A-Za-z][A-Za-z0-9._-]{2,29}")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE, ElementType.RECORD_COMPONENT})
public @interface Username {

    String message() default "{org.palabre.accounts.Username.message}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
