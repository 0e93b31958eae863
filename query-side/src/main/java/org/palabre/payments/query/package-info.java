/** Shows payments, plans and subscriptions. */
@NullMarked
package org.palabre.payments.query;

import org.jspecify.annotations.NullMarked;
