/** Money: payments through providers, plans and subscriptions. */
@NullMarked
package org.palabre.payments;

import org.jspecify.annotations.NullMarked;
