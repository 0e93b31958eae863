/** Shows how and where people are told. */
@NullMarked
package org.palabre.notifications.query;

import org.jspecify.annotations.NullMarked;
