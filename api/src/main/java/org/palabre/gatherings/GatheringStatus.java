package org.palabre.gatherings;

/** Where a gathering stands: {@code draft → pending → approved | rejected; approved → completed | cancelled}. */
public enum GatheringStatus {
    DRAFT,
    PENDING,
    APPROVED,
    REJECTED,
    COMPLETED,
    CANCELLED
}
