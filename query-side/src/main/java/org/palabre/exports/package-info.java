/** Gives people everything that is held about them. */
@NullMarked
package org.palabre.exports;

import org.jspecify.annotations.NullMarked;
