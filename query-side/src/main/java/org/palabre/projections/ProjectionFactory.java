package org.palabre.projections;

/** Builds what runs a projection. */
class ProjectionFactory {

    private final GenerationSchemas schemas;
    private final GenerationFactory generations;
    private final Followers followers;

    ProjectionFactory(GenerationSchemas schemas, GenerationFactory generations, Followers followers) {
        this.schemas = schemas;
        this.generations = generations;
        this.followers = followers;
    }

    RunningProjection make(Projection projection) {
        return new RunningProjection(projection, schemas, generations, followers);
    }
}
