/** A provider of the platform's own, on which everything can be tried without keys. */
@NullMarked
package org.palabre.payments.command.sandbox;

import org.jspecify.annotations.NullMarked;
