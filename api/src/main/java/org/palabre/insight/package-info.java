/** What the platform knows of itself: its history, its projections, its figures. */
@NullMarked
package org.palabre.insight;

import org.jspecify.annotations.NullMarked;
