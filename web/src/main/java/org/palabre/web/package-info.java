/** What the HTTP of both sides shares: who calls, what they may, how answers and refusals look. */
@NullMarked
package org.palabre.web;

import org.jspecify.annotations.NullMarked;
