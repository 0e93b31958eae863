/** Shows accounts and what they may do now. */
@NullMarked
package org.palabre.accounts.query;

import org.jspecify.annotations.NullMarked;
