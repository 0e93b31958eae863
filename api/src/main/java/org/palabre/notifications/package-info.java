/** What people are told, and by which ways they want to be. */
@NullMarked
package org.palabre.notifications;

import org.jspecify.annotations.NullMarked;
