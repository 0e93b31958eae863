/** Mail that does not leave the machine, so that a code can be read without a mail server. */
@NullMarked
package org.palabre.notifications.mailbox;

import org.jspecify.annotations.NullMarked;
