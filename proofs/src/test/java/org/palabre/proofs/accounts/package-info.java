/** What must hold for accounts, however many ask at once. */
package org.palabre.proofs.accounts;
