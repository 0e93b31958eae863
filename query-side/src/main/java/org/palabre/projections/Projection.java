package org.palabre.projections;

import java.util.Set;

/** A read model and the fold that makes it; each context contributes its own. */
public interface Projection {

    /** Also the start of the names of its schemas: a word in lower case. */
    String name();

    /** The types of the aggregates whose events it folds, as stored with them. */
    Set<String> aggregates();

    /** Where on the class path the SQL is that makes its tables, named without a schema. */
    String tables();

    /**
     * The fold for one generation: an object with {@code @EventHandler} methods. It writes to the tables by their bare
     * names, and tells followers only what {@link Generation#speaksAt} lets it.
     */
    Object fold(Generation generation);
}
