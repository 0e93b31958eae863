package org.palabre.gatherings;

/** Who may come to a gathering: everyone, everyone with a ticket, or whom its owner invites. */
public enum Access {
    FREE,
    PAID,
    INVITATION
}
