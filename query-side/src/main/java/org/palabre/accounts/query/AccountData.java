package org.palabre.accounts.query;

import java.util.Map;
import org.palabre.accounts.AccountFiles;
import org.palabre.accounts.AccountId;
import org.palabre.accounts.AccountQuery.AttemptPage;
import org.palabre.accounts.AccountQuery.FindAttemptsOf;
import org.palabre.accounts.AccountQuery.FindFollowers;
import org.palabre.accounts.AccountQuery.FindFollowing;
import org.palabre.accounts.AccountQuery.FindPhoto;
import org.palabre.accounts.AccountQuery.FindSessions;
import org.palabre.accounts.AccountQuery.FindUser;
import org.palabre.accounts.AccountQuery.Photo;
import org.palabre.accounts.AccountQuery.ProfilePage;
import org.palabre.accounts.AccountQuery.SessionPage;
import org.palabre.accounts.AccountQuery.UserView;
import org.palabre.accounts.PhotoSize;
import org.palabre.accounts.SessionId;
import org.palabre.exports.AllRows;
import org.palabre.exports.PersonalData;
import org.palabre.shared.Actor;
import org.palabre.storage.FileKey;
import org.palabre.storage.Storage;
import org.palabre.storage.StoredFile;
import org.palabre.web.Queries;
import org.springframework.stereotype.Component;

/** What is held about a person's account; the photo is the largest that is kept. */
@Component
class AccountData implements PersonalData {

    private final Queries queries;
    private final Storage storage;

    AccountData(Queries queries, Storage storage) {
        this.queries = queries;
        this.storage = storage;
    }

    @Override
    public Map<String, Object> of(Actor.Account person) {
        var account = new AccountId(person.id());
        var session = new SessionId(person.session());
        return Map.of(
                "account", queries.one(new FindUser(account), UserView.class),
                "sessions",
                        AllRows.of(page -> queries.answer(new FindSessions(account, session, page), SessionPage.class)),
                "login-attempts",
                        AllRows.of(page -> queries.answer(new FindAttemptsOf(account, page), AttemptPage.class)),
                "followers",
                        AllRows.of(
                                page -> queries.answer(new FindFollowers(account, account, page), ProfilePage.class)),
                "following",
                        AllRows.of(
                                page -> queries.answer(new FindFollowing(account, account, page), ProfilePage.class)));
    }

    @Override
    public Map<String, StoredFile> files(Actor.Account person) {
        var account = new AccountId(person.id());
        return queries.find(new FindPhoto(account), Photo.class)
                .map(photo -> new FileKey(AccountFiles.photo(account, photo.id(), PhotoSize.LARGE)))
                .flatMap(storage::find)
                .map(photo -> Map.of("photo.jpg", photo))
                .orElse(Map.of());
    }
}
