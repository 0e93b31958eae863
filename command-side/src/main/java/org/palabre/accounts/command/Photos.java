package org.palabre.accounts.command;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.palabre.accounts.AccountCommand.DiscardPhoto;
import org.palabre.accounts.AccountFiles;
import org.palabre.accounts.AccountId;
import org.palabre.accounts.PhotoSize;
import org.palabre.deadlines.Deadlines;
import org.palabre.pictures.Pictures;
import org.palabre.storage.FileKey;
import org.palabre.storage.Storage;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * The files of photos. They are stored before an account shows them, and deleted by deadlines, each of which asks the
 * account first: whatever fails or crashes in between, a photo that is shown has its files, and others soon have none.
 */
@Component
class Photos {

    /** In pixels, in which the files of a photo come. */
    static final List<Integer> SIZES =
            Arrays.stream(PhotoSize.values()).map(PhotoSize::pixels).toList();

    /** How long a command that was announced may still come. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Storage storage;
    private final Deadlines deadlines;
    private final Clock clock;

    Photos(Storage storage, Deadlines deadlines, Clock clock) {
        this.storage = storage;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** Stores a photo that the account is about to show, one file for each size. */
    void store(AccountId accountId, UUID photo, List<Resource> files) {
        var end = clock.instant().plus(PATIENCE);
        discard("stored", accountId, photo, end, end);
        var each = files.iterator();
        for (var size : PhotoSize.values()) {
            storage.store(new FileKey(AccountFiles.photo(accountId, photo, size)), Pictures.MEDIA_TYPE, each.next());
        }
    }

    /** Deletes a photo as soon as the account shows it no more. */
    void replaced(AccountId accountId, UUID photo) {
        var now = clock.instant();
        discard("replaced", accountId, photo, now, now.plus(PATIENCE));
    }

    /** Deletes a photo that the account did not come to show; if nobody knows whether it did, it is asked again later. */
    void refused(AccountId accountId, UUID photo) {
        var now = clock.instant();
        discard("refused", accountId, photo, now, now);
    }

    private void discard(String why, AccountId accountId, UUID photo, Instant at, Instant until) {
        deadlines.schedule("photo-%s-%s".formatted(photo, why), at, new DiscardPhoto(accountId, photo, until));
    }
}
