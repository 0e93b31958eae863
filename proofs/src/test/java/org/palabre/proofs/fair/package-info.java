/** A fair with its crowd, what its clients remember of it, and the judge who compares that with what is stored. */
package org.palabre.proofs.fair;
