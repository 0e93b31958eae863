package org.palabre.live;

import java.util.UUID;

/** Follows which tokens and sessions end. There is no first answer; the updates are {@link Ended}. */
public record WatchCredentials() {

    /**
     * A token or a session of somebody is no longer good.
     *
     * @param owner the account or company that it was of
     */
    public record Ended(UUID owner) {}
}
