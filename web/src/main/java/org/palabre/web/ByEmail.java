package org.palabre.web;

import org.jspecify.annotations.Nullable;

/** The body of a {@link Limited} call that says by an e-mail address whom it is about. */
public interface ByEmail {

    /** As it was sent: nobody has judged it yet. */
    @Nullable
    String email();
}
