package org.palabre.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Who may make a call. Every call says so: one that does not is refused to all, and the platform does not start. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Allow {

    Who value();

    /** In the words of the contract. */
    enum Who {
        /** Anyone; a token that comes along must still be good. */
        ALL,
        /** Anyone, and the call does not look at a token. */
        ALL_UNREAD,
        /** Whoever is logged in, e-mail proved or not. */
        ACCOUNT,
        /** An account whose e-mail is proved. */
        ACTIVE,
        /**
         * The active account that the resource belongs to. The gate knows accounts only: whose it is, is for whoever handles
         * the call to judge.
         */
        OWNER,
        STUDENT,
        EDITOR,
        ADMIN,
        /** The bearer of a company's access token, in the path or in the header. */
        COMPANY
    }
}
