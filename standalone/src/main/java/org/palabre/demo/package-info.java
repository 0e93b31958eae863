/** A believable world for whoever looks at the platform for the first time. */
@NullMarked
package org.palabre.demo;

import org.jspecify.annotations.NullMarked;
