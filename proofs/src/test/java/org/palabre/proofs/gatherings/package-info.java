/** What must hold for seats and money, however many want them and whatever goes wrong meanwhile. */
package org.palabre.proofs.gatherings;
