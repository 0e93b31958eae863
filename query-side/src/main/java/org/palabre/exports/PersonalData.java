package org.palabre.exports;

import java.util.Map;
import org.palabre.shared.Actor;
import org.palabre.storage.StoredFile;

/** What one context holds about a person; each contributes its own. */
public interface PersonalData {

    /**
     * Everything, and of others nothing private.
     *
     * @return what is written as JSON, by the name of its file without an ending
     */
    Map<String, Object> of(Actor.Account person);

    /** The files that the person gave, as they are kept, by their name with its ending. */
    default Map<String, StoredFile> files(Actor.Account person) {
        return Map.of();
    }
}
