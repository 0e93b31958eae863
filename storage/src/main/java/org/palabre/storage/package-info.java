/** Where files are kept: on a disk, or wherever S3 is spoken. */
@NullMarked
package org.palabre.storage;

import org.jspecify.annotations.NullMarked;
