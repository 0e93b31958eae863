/** What the tests of the running platform have in common. */
package org.palabre.platform;
