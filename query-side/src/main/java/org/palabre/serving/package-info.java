/** How stored files are served. */
@NullMarked
package org.palabre.serving;

import org.jspecify.annotations.NullMarked;
