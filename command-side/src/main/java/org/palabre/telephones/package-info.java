/** Telephone numbers, as people write them and as networks know them. */
@NullMarked
package org.palabre.telephones;

import org.jspecify.annotations.NullMarked;
