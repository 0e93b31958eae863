package org.palabre.shared;

import java.util.UUID;

/** An answer that holds something about a person, and is not given again once that person is erased. */
public interface AboutPerson {

    /** The account. */
    UUID person();
}
