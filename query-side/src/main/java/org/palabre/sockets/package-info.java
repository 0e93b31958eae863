/** The WebSockets: who comes in, what they follow, and how it reaches them. */
@NullMarked
package org.palabre.sockets;

import org.jspecify.annotations.NullMarked;
