/** The platform's promises as experiments that anyone can repeat, and the table that they end in. */
package org.palabre.proofs;
