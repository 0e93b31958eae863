/** Providers of mobile money, each in its own words. */
@NullMarked
package org.palabre.payments.command.providers;

import org.jspecify.annotations.NullMarked;
