/** Runs the projections: builds read models from the history, keeps them current, and rebuilds them beside themselves. */
@NullMarked
package org.palabre.projections;

import org.jspecify.annotations.NullMarked;
