package org.palabre.storage;

/**
 * Files that nobody needs any more: whoever handles a deadline's command and answers with this has all of them deleted.
 *
 * @param below the key that theirs are below
 */
public record AbandonedFiles(FileKey below) {}
