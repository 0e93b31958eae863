package org.palabre.shared;

/** What the sides ask each other about the calls that they serve. Answered with an OpenAPI document, in JSON. */
public sealed interface DescriptionQuery {

    /** For the calls of the command side. */
    record FindChanges() implements DescriptionQuery {}

    /** For the calls of the query side. */
    record FindReads() implements DescriptionQuery {}
}
