package org.palabre.deadlines;

import org.palabre.storage.AbandonedFiles;
import org.palabre.storage.Storage;
import org.springframework.stereotype.Component;

/** Deletes files that nobody needs any more. */
@Component
class FileDeletion implements Errand<AbandonedFiles> {

    private final Storage storage;

    FileDeletion(Storage storage) {
        this.storage = storage;
    }

    @Override
    public Class<AbandonedFiles> task() {
        return AbandonedFiles.class;
    }

    @Override
    public void run(AbandonedFiles files) {
        storage.deleteBelow(files.below());
    }
}
