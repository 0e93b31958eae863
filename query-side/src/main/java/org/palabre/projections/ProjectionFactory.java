package org.palabre.projections;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Builds what runs a projection. */
class ProjectionFactory {

    private final Leadership leadership;
    private final GenerationSchemas schemas;
    private final GenerationFactory generations;
    private final Followers followers;
    private final JdbcClient jdbc;

    ProjectionFactory(
            Leadership leadership,
            GenerationSchemas schemas,
            GenerationFactory generations,
            Followers followers,
            JdbcClient jdbc) {
        this.leadership = leadership;
        this.schemas = schemas;
        this.generations = generations;
        this.followers = followers;
        this.jdbc = jdbc;
    }

    RunningProjection make(Projection projection, Standing standing) {
        return new RunningProjection(
                projection,
                leadership,
                schemas,
                generations,
                followers,
                new StoredPositions(jdbc, projection.name()),
                standing);
    }
}
