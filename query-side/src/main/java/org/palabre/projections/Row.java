package org.palabre.projections;

import java.util.UUID;

/** A row that a fold keeps: a field for each column that it writes, of the same name. */
public interface Row {

    /** What the column {@code id} holds. */
    UUID id();
}
