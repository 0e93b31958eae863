package org.palabre.storage;

import java.util.Optional;
import org.springframework.core.io.Resource;

/**
 * Keeps files, each whole or not at all, and on the disk once it is stored. All processes of a platform have the same
 * one. Every method throws {@link StorageUnavailable} where it cannot do its work now.
 */
public interface Storage {

    /** Keeps a file, in the place of the one that this key had. A key of a file has no keys below it. */
    void store(FileKey key, String mediaType, Resource content);

    Optional<StoredFile> find(FileKey key);

    /** Does nothing where there is no such file. */
    void delete(FileKey key);

    /** Deletes every file with a key below this one. */
    void deleteBelow(FileKey key);
}
