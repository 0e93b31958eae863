/** Keeps the tallies of what was looked at. */
@NullMarked
package org.palabre.views.command;

import org.jspecify.annotations.NullMarked;
