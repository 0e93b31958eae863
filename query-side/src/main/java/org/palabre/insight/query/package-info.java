/** Shows admins what the platform knows of itself. */
@NullMarked
package org.palabre.insight.query;

import org.jspecify.annotations.NullMarked;
