package org.palabre.payments.command.sandbox;

import java.util.UUID;
import org.axonframework.commandhandling.RoutingKey;

/**
 * Has somebody look at the telephone: the sandbox's own.
 *
 * @param reference of the payment
 */
record AnswerPhone(@RoutingKey UUID reference, Phone phone) {}
