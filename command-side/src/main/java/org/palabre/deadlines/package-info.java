/** What is to happen later, and survives a restart until then. */
@NullMarked
package org.palabre.deadlines;

import org.jspecify.annotations.NullMarked;
