package org.palabre.web;

import java.util.Optional;
import org.palabre.shared.Actor;

/** Tells whose a bearer token is; each kind of token has one. */
public interface Credentials {

    /** Who presents the token, or nothing if it is not of this kind or no longer good. */
    Optional<? extends Actor> of(String token);
}
