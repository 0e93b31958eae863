/** Values that one owner has at a time: an e-mail address, a name, a slug. */
@NullMarked
package org.palabre.claims;

import org.jspecify.annotations.NullMarked;
