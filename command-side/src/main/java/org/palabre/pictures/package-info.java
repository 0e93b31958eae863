/** Pictures that people send. */
@NullMarked
package org.palabre.pictures;

import org.jspecify.annotations.NullMarked;
