package org.palabre.storage;

/** The storage cannot be reached, is full, or does not let the platform in. */
public class StorageUnavailable extends RuntimeException {

    public StorageUnavailable(Throwable cause) {
        super("The file storage cannot be used now", cause);
    }
}
