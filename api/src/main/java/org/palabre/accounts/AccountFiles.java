package org.palabre.accounts;

import java.util.Locale;
import java.util.UUID;

/** Under which keys the files of accounts are stored: everything of a person's below one. */
public final class AccountFiles {

    private AccountFiles() {}

    /** Everything that is the account's own. */
    public static String of(AccountId accountId) {
        return "accounts/" + accountId;
    }

    /** A photo in all sizes. */
    public static String photo(AccountId accountId, UUID photo) {
        return "%s/photo/%s".formatted(of(accountId), photo);
    }

    public static String photo(AccountId accountId, UUID photo, PhotoSize size) {
        return "%s/%s".formatted(photo(accountId, photo), size.name().toLowerCase(Locale.ROOT));
    }
}
