/** Takes what admins ask of the platform itself. */
@NullMarked
package org.palabre.insight.command;

import org.jspecify.annotations.NullMarked;
