/** Asks for money, gives it back, and sells plans. */
@NullMarked
package org.palabre.payments.command;

import org.jspecify.annotations.NullMarked;
