package org.palabre.accounts.query;

import static org.palabre.accounts.query.AccountTables.ACCOUNT;

import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.queryhandling.QueryHandler;
import org.palabre.accounts.AccountId;
import org.palabre.accounts.AccountQuery.FindFollowers;
import org.palabre.accounts.AccountQuery.FindFollowing;
import org.palabre.accounts.AccountQuery.FindPhoto;
import org.palabre.accounts.AccountQuery.FindProfile;
import org.palabre.accounts.AccountQuery.FindProfiles;
import org.palabre.accounts.AccountQuery.Photo;
import org.palabre.accounts.AccountQuery.ProfilePage;
import org.palabre.accounts.AccountQuery.ProfileView;
import org.palabre.shared.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers who people are to everybody, and who follows whom. Lists hold active accounts only. */
@Component
class ProfileQueries {

    private static final String FOUND = """
             where status = 'ACTIVE'
                and search like all (select '%' || word || '%' from unnest(search_words(:search)) word)
            """;

    private static final String FOLLOWERS =
            " join follow on follow.follower = account.id where follow.followed = :account and status = 'ACTIVE'";

    private static final String FOLLOWING =
            " join follow on follow.followed = account.id where follow.follower = :account and status = 'ACTIVE'";

    private static final String PAGE = " limit :size offset :offset";

    private final JdbcClient jdbc;

    ProfileQueries(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    @QueryHandler
    Optional<ProfileView> handle(FindProfile query) {
        return jdbc.sql(ACCOUNT + " where id = :account")
                .param("account", query.accountId().value())
                .param("viewer", query.viewer().map(AccountId::value).orElse(null))
                .query(AccountTables::profile)
                .optional();
    }

    @QueryHandler
    Optional<Photo> handle(FindPhoto query) {
        return jdbc.sql("select photo id from account where id = ? and photo is not null")
                .param(query.accountId().value())
                .query(Photo.class)
                .optional();
    }

    @QueryHandler
    ProfilePage handle(FindProfiles query) {
        return page(
                FOUND,
                "plain(last_name), plain(first_name), account.id",
                "search",
                query.search(),
                query.viewer(),
                query.page());
    }

    @QueryHandler
    ProfilePage handle(FindFollowers query) {
        return page(
                FOLLOWERS, "since desc, follow.id", "account", query.accountId().value(), query.viewer(), query.page());
    }

    @QueryHandler
    ProfilePage handle(FindFollowing query) {
        return page(
                FOLLOWING, "since desc, follow.id", "account", query.accountId().value(), query.viewer(), query.page());
    }

    private ProfilePage page(
            String which, String order, String name, Object value, AccountId viewer, Page.Request page) {
        var count = jdbc.sql("select count(*) from account" + which)
                .param(name, value)
                .query(Long.class)
                .single();
        var rows = jdbc.sql(ACCOUNT + which + " order by " + order + PAGE)
                .param(name, value)
                .param("viewer", viewer.value())
                .param("size", page.size())
                .param("offset", page.offset())
                .query(AccountTables::profile)
                .list();
        return new ProfilePage(count, rows);
    }
}
