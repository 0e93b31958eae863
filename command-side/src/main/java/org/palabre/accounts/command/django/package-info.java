/** Passwords of accounts that were made in a Django application. */
@NullMarked
package org.palabre.accounts.command.django;

import org.jspecify.annotations.NullMarked;
