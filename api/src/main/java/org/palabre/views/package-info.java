/** How often what is public was looked at: counted exactly, whatever it is. */
@NullMarked
package org.palabre.views;

import org.jspecify.annotations.NullMarked;
