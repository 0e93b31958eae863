/** What only the distributed shape can tell: its processes end one by one, and several of them decide. */
package org.palabre.proofs.axonserver;
