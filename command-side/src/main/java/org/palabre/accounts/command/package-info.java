/** Decides over accounts and their sessions, and keeps what only it may know: password hashes, codes and signing keys. */
@NullMarked
package org.palabre.accounts.command;

import org.jspecify.annotations.NullMarked;
