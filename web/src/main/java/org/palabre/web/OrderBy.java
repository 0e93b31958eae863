package org.palabre.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The {@code ordering} of a list: a {@code List<String>} of the fields named here, {@code -} before those that descend. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface OrderBy {

    /** The fields that the list can be ordered by. */
    String[] value();
}
