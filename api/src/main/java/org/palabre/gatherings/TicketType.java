package org.palabre.gatherings;

import org.palabre.shared.Money;

/**
 * One sort of ticket for a paid gathering.
 *
 * @param name unique within the gathering
 * @param price above zero
 * @param quota how many there are, at least 1
 */
public record TicketType(TicketTypeId id, String name, Money price, int quota) {}
