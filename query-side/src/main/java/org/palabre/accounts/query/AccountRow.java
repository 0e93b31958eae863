package org.palabre.accounts.query;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.palabre.accounts.AccountEvent.AccountRegistered;
import org.palabre.accounts.AccountEvent.ProfileChanged;
import org.palabre.accounts.AccountId;
import org.palabre.accounts.AccountStatus;
import org.palabre.accounts.SessionId;
import org.palabre.projections.Row;
import org.palabre.shared.Actor.Role;
import org.palabre.shared.Personal;

/** An account as its owner sees it. */
class AccountRow implements Row {

    AccountId id;
    String email;
    boolean emailVerified;
    String firstName;
    String lastName;

    @Nullable
    String username;

    @Nullable
    String telephone;

    @Nullable
    String bio;

    @Nullable
    LocalDate dateOfBirth;

    @Nullable
    UUID photo;

    boolean isVerified;
    AccountStatus status;
    List<Role> roles;
    Instant createdAt;

    @Nullable
    Instant lastLoginAt;

    int era;

    @Nullable
    SessionId sparedSession;

    long version;

    @JsonCreator
    @SuppressWarnings("NullAway.Init") // its fields are read from the table
    private AccountRow() {}

    AccountRow(AccountRegistered registered, Instant at) {
        id = registered.accountId();
        email = registered.email().orEmpty();
        firstName = registered.firstName().orEmpty();
        lastName = registered.lastName().orEmpty();
        username = text(registered.username());
        telephone = text(registered.telephone());
        status = AccountStatus.UNVERIFIED;
        roles = new ArrayList<>();
        createdAt = at;
    }

    void change(ProfileChanged changed) {
        firstName = changed.firstName().orEmpty();
        lastName = changed.lastName().orEmpty();
        username = text(changed.username());
        bio = text(changed.bio());
        dateOfBirth = Optional.ofNullable(text(changed.dateOfBirth()))
                .map(LocalDate::parse)
                .filter(date -> date.getYear() > 0) // what once was taken and no table can hold
                .orElse(null);
        telephone = text(changed.telephone());
    }

    void endSessions(@Nullable SessionId except) {
        era++;
        sparedSession = except;
    }

    @Override
    public UUID id() {
        return id.value();
    }

    private static @Nullable String text(@Nullable Personal personal) {
        return personal == null ? null : personal.text();
    }
}
