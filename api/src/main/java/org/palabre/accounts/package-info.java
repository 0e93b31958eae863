/** People who can log in: who they are, what they may do, and where they are logged in. */
@NullMarked
package org.palabre.accounts;

import org.jspecify.annotations.NullMarked;
