package org.palabre.gatherings;

import java.util.UUID;
import org.palabre.accounts.AccountId;
import org.palabre.gatherings.GatheringQuery.GatheringDetails;

/**
 * What one person is told of a gathering.
 *
 * @param happening the same however often it is told
 * @param gathering as it is now
 */
public record GatheringNews(Occasion occasion, AccountId reader, UUID happening, GatheringDetails gathering) {}
