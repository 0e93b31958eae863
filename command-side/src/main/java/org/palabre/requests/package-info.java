/** Requests that their callers gave a key, so that sending one again does not make it happen again. */
@NullMarked
package org.palabre.requests;

import org.jspecify.annotations.NullMarked;
