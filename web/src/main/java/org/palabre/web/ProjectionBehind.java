package org.palabre.web;

/** What the caller wants to see is not in the read models yet. */
class ProjectionBehind extends RuntimeException {

    ProjectionBehind() {
        super("The projections have not caught up in time");
    }
}
