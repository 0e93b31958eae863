package org.palabre.storage;

import java.io.InputStream;

/** A file that was there when it was asked for. */
public interface StoredFile {

    String mediaType();

    /** In bytes. */
    long size();

    /** Reads so many bytes from this one on, counted from 0; no more than there are. */
    InputStream open(long first, long length);

    /** Reads all of it. */
    default InputStream open() {
        return open(0, size());
    }
}
