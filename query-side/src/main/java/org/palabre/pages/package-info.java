/** Serves what a browser gets. */
@NullMarked
package org.palabre.pages;

import org.jspecify.annotations.NullMarked;
