/** Everything that can go wrong around the platform, done to it under the load of a crowd. */
package org.palabre.proofs.faults;
