/** The few types that messages of every context are made of. */
@NullMarked
package org.palabre.shared;

import org.jspecify.annotations.NullMarked;
