/** Both sides in one JVM, with a database of their own. */
@NullMarked
package org.palabre;

import org.jspecify.annotations.NullMarked;
