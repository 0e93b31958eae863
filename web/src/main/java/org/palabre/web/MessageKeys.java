package org.palabre.web;

/** What a request adds to the metadata of the command that it sends, and an aggregate hands on to its events. */
public final class MessageKeys {

    /** The account or company that acts. */
    public static final String ACTOR = "actor";
    /** Whether it is an account, a company, the platform or anyone. */
    public static final String ACTOR_KIND = "actorKind";

    public static final String REQUEST_ID = "requestId";
    /** In commands in clear, in events encrypted as personal data. */
    public static final String IP = "ip";
    /** The versions of which the caller insists on one, comma-separated, from {@code If-Match}. */
    public static final String EXPECTED_VERSION = "expectedVersion";
    /** The caller's own key, made unique among callers. */
    public static final String IDEMPOTENCY_KEY = "idempotencyKey";
    /** What the caller asked for with that key. */
    public static final String IDEMPOTENCY_FINGERPRINT = "idempotencyFingerprint";
    /** In the answer to a command: the {@link org.palabre.shared.Positions} of its events. */
    public static final String POSITIONS = "positions";

    private MessageKeys() {}
}
