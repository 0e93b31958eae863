package org.palabre.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A call that guesses, or that fills other people's mailboxes: it may be made less often than others, apart from them, and
 * not only by one caller but also for one account or address that it names ({@link ByEmail}).
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Limited {}
