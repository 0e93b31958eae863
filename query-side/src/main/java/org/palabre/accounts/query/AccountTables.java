package org.palabre.accounts.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.palabre.accounts.AccountId;
import org.palabre.accounts.AccountQuery.ProfileView;
import org.palabre.accounts.AccountQuery.Standing;
import org.palabre.accounts.AccountQuery.UserView;
import org.palabre.accounts.AccountStatus;
import org.palabre.accounts.PersonView;
import org.palabre.shared.Actor.Role;

/** How accounts are read from their tables. */
final class AccountTables {

    /**
     * Accounts with how many active ones follow them and are followed by them, and how many of their gatherings were
     * approved, which is in the read model of those. Whether they are there is for the viewer's eyes only.
     */
    static final String ACCOUNT = """
            select account.*,
                account.id = cast(:viewer as uuid) and is_online(account.id) online,
                case when account.id = cast(:viewer as uuid) then last_seen(account.id) end last_seen,
                (select count(*) from follow join account follower on follower.id = follow.follower
                    where follow.followed = account.id and follower.status = 'ACTIVE') followers_count,
                (select count(*) from follow join account followed on followed.id = follow.followed
                    where follow.follower = account.id and followed.status = 'ACTIVE') following_count,
                (select count(*) from gathering
                    where gathering.creator = account.id and gathering.status in ('APPROVED', 'COMPLETED')) events_count
            from account
            """;

    private AccountTables() {}

    static UserView user(ResultSet row, @SuppressWarnings("unused") int number) throws SQLException {
        return new UserView(
                id(row),
                row.getString("username"),
                row.getString("first_name"),
                row.getString("last_name"),
                photoUrl(row),
                row.getBoolean("is_verified"),
                row.getString("bio"),
                row.getBoolean("online"),
                instantOrNull(row, "last_seen"),
                row.getInt("followers_count"),
                row.getInt("following_count"),
                row.getInt("events_count"),
                row.getString("email"),
                row.getBoolean("email_verified"),
                row.getString("telephone"),
                row.getObject("date_of_birth", LocalDate.class),
                roles(row),
                AccountStatus.valueOf(row.getString("status")),
                instantOrNull(row, "last_login_at"),
                instant(row, "created_at"),
                row.getLong("version"));
    }

    static ProfileView profile(ResultSet row, @SuppressWarnings("unused") int number) throws SQLException {
        return new ProfileView(
                id(row),
                row.getString("username"),
                row.getString("first_name"),
                row.getString("last_name"),
                photoUrl(row),
                row.getBoolean("is_verified"),
                row.getString("bio"),
                row.getBoolean("online"),
                instantOrNull(row, "last_seen"),
                row.getInt("followers_count"),
                row.getInt("following_count"),
                row.getInt("events_count"),
                row.getLong("version"));
    }

    static PersonView person(ResultSet row, @SuppressWarnings("unused") int number) throws SQLException {
        return new PersonView(
                id(row),
                row.getString("username"),
                row.getString("first_name"),
                row.getString("last_name"),
                photoUrl(row),
                row.getBoolean("is_verified"));
    }

    static Standing standing(ResultSet row, @SuppressWarnings("unused") int number) throws SQLException {
        return new Standing(
                row.getBoolean("online"),
                instantOrNull(row, "last_seen"),
                row.getInt("followers_count"),
                row.getInt("following_count"),
                row.getInt("events_count"));
    }

    static List<Role> roles(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("roles").getArray())
                .map(Role::valueOf)
                .toList();
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(instantOrNull(row, column));
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable String photoUrl(ResultSet row) throws SQLException {
        var photo = row.getObject("photo", UUID.class);
        return photo == null ? null : id(row).photoUrl(photo);
    }

    private static AccountId id(ResultSet row) throws SQLException {
        return new AccountId(Objects.requireNonNull(row.getObject("id", UUID.class)));
    }
}
