package org.palabre.accounts.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;
import static org.palabre.accounts.AccountRefusal.BORN_TOO_EARLY;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.palabre.accounts.AccountCommand.ChangeProfile;
import org.palabre.accounts.AccountEvent;
import org.palabre.accounts.AccountEvent.AccountErased;
import org.palabre.accounts.AccountEvent.AccountImported;
import org.palabre.accounts.AccountEvent.AccountLoggedIn;
import org.palabre.accounts.AccountEvent.AccountRegistered;
import org.palabre.accounts.AccountEvent.AccountReinstated;
import org.palabre.accounts.AccountEvent.AccountSuspended;
import org.palabre.accounts.AccountEvent.EmailProved;
import org.palabre.accounts.AccountEvent.IdentityVerified;
import org.palabre.accounts.AccountEvent.PasswordChanged;
import org.palabre.accounts.AccountEvent.PasswordReset;
import org.palabre.accounts.AccountEvent.PersonForgotten;
import org.palabre.accounts.AccountEvent.PhotoChanged;
import org.palabre.accounts.AccountEvent.PhotoRemoved;
import org.palabre.accounts.AccountEvent.ProfileChanged;
import org.palabre.accounts.AccountEvent.RoleGranted;
import org.palabre.accounts.AccountEvent.RoleRevoked;
import org.palabre.accounts.AccountId;
import org.palabre.accounts.AccountQuery.UserView;
import org.palabre.accounts.AccountStatus;
import org.palabre.accounts.Addressee;
import org.palabre.accounts.Language;
import org.palabre.accounts.SessionId;
import org.palabre.shared.Actor.Role;
import org.palabre.shared.Change;
import org.palabre.shared.Personal;
import org.palabre.shared.Refused;

/** A person who can log in. */
@Aggregate(snapshotTriggerDefinition = "snapshots", cache = "aggregates")
@JsonAutoDetect(
        fieldVisibility = JsonAutoDetect.Visibility.ANY,
        getterVisibility = JsonAutoDetect.Visibility.NONE,
        isGetterVisibility = JsonAutoDetect.Visibility.NONE)
class Account {

    /** Nobody alive is older, and the tables of those who show accounts do not reach back for ever. */
    static final LocalDate EARLIEST_BIRTH = LocalDate.of(1900, 1, 1);

    private static final Personal NOBODY = new Personal(new UUID(0, 0), null);

    @AggregateIdentifier
    private AccountId id;

    private Personal email = NOBODY;
    private Personal firstName = NOBODY;
    private Personal lastName = NOBODY;
    private @Nullable Personal username;
    private @Nullable Personal telephone;
    private Language language = Language.FR;
    private @Nullable Personal bio;
    private @Nullable Personal dateOfBirth;
    private @Nullable UUID photo;
    private boolean proved;
    private boolean verified;
    private boolean suspended;
    private boolean erased;
    private boolean forgotten;
    private Set<Role> roles = EnumSet.noneOf(Role.class);
    private Instant createdAt = Instant.EPOCH;
    private @Nullable Instant lastLoginAt;

    /** How often all sessions were ended. Those that started before have ended, except for the one that was spared last. */
    private int era;

    private @Nullable SessionId spared;

    Account() {}

    Account(AccountRegistered registration) {
        apply(registration);
    }

    AccountId id() {
        return id;
    }

    String email() {
        return email.orEmpty();
    }

    Language language() {
        return language;
    }

    Addressee addressee() {
        return new Addressee(id, email(), language);
    }

    @Nullable
    String username() {
        return text(username);
    }

    @Nullable
    String telephone() {
        return text(telephone);
    }

    @Nullable
    UUID photo() {
        return photo;
    }

    boolean proved() {
        return proved;
    }

    boolean suspended() {
        return suspended;
    }

    boolean erased() {
        return erased;
    }

    int era() {
        return era;
    }

    /** Whether a session that started in this era may go on. */
    boolean holds(SessionId sessionId, int startedIn) {
        return startedIn == era || sessionId.equals(spared);
    }

    /** Has been somebody's elsewhere, since then if that is known. */
    void bringAlong(@Nullable Instant joinedAt, @Nullable Instant lastLogin) {
        apply(new AccountImported(id, joinedAt, lastLogin));
    }

    void proveEmail() {
        if (!proved) {
            apply(new EmailProved(id));
        }
    }

    /** Takes away and gives roles until it has exactly these. */
    void change(Set<Role> wanted) {
        for (var role : Role.values()) {
            if (wanted.contains(role) && !roles.contains(role)) {
                apply(new RoleGranted(id, role));
            } else if (!wanted.contains(role) && roles.contains(role)) {
                apply(new RoleRevoked(id, role));
            }
        }
    }

    void logIn(SessionId sessionId) {
        apply(new AccountLoggedIn(id, sessionId));
    }

    void change(ChangeProfile changes) {
        mustBeOfOurTime(changes.dateOfBirth());
        var change = new ProfileChanged(
                id,
                changed(changes.firstName(), firstName),
                changed(changes.lastName(), lastName),
                changedOrNull(changes.username(), username),
                changedOrNull(changes.bio(), bio),
                changedOrNull(changes.dateOfBirth(), dateOfBirth),
                changedOrNull(changes.telephone(), telephone));
        if (!change.equals(new ProfileChanged(id, firstName, lastName, username, bio, dateOfBirth, telephone))) {
            apply(change);
        }
    }

    void show(UUID newPhoto) {
        apply(new PhotoChanged(id, newPhoto));
    }

    void removePhoto() {
        if (photo != null) {
            apply(new PhotoRemoved(id));
        }
    }

    void changePassword(SessionId in) {
        apply(new PasswordChanged(id, in));
    }

    void resetPassword() {
        apply(new PasswordReset(id));
    }

    void verifyIdentity() {
        if (!verified) {
            apply(new IdentityVerified(id));
        }
    }

    void suspend() {
        if (!suspended) {
            apply(new AccountSuspended(id));
        }
    }

    void reinstate() {
        if (suspended) {
            apply(new AccountReinstated(id));
        }
    }

    void erase() {
        apply(new AccountErased(id));
    }

    void forget() {
        if (!forgotten) {
            apply(new PersonForgotten(id));
        }
    }

    UserView view() {
        return new UserView(
                id,
                text(username),
                firstName.orEmpty(),
                lastName.orEmpty(),
                photo == null ? null : id.photoUrl(photo),
                verified,
                text(bio),
                false,
                null,
                0,
                0,
                0,
                email.orEmpty(),
                proved,
                text(telephone),
                dateOfBirth == null || dateOfBirth.erased() ? null : LocalDate.parse(dateOfBirth.text()),
                List.copyOf(roles),
                status(),
                lastLoginAt,
                createdAt,
                getVersion());
    }

    private AccountStatus status() {
        if (suspended) {
            return AccountStatus.SUSPENDED;
        }
        return proved ? AccountStatus.ACTIVE : AccountStatus.UNVERIFIED;
    }

    private static Personal changed(Change<String> change, Personal current) {
        return change instanceof Change.Set<String> set && set.value() != null
                ? Personal.of(current.subject(), set.value())
                : current;
    }

    private @Nullable Personal changedOrNull(Change<?> change, @Nullable Personal current) {
        return switch (change) {
            case Change.Keep<?> _ -> current;
            case Change.Set<?> set ->
                set.value() == null ? null : Personal.of(id.value(), set.value().toString());
        };
    }

    private static void mustBeOfOurTime(Change<LocalDate> birth) {
        if (birth instanceof Change.Set<LocalDate> set
                && set.value() != null
                && set.value().isBefore(EARLIEST_BIRTH)) {
            throw Refused.field("date_of_birth", BORN_TOO_EARLY);
        }
    }

    private void endSessions(@Nullable SessionId except) {
        era++;
        spared = except;
    }

    private static @Nullable String text(@Nullable Personal personal) {
        return personal == null ? null : personal.text();
    }

    @EventSourcingHandler
    void on(AccountEvent event, @Timestamp Instant at) {
        switch (event) {
            case AccountRegistered registered -> {
                id = registered.accountId();
                email = registered.email();
                firstName = registered.firstName();
                lastName = registered.lastName();
                username = registered.username();
                telephone = registered.telephone();
                language = registered.language();
                createdAt = at;
            }
            case AccountImported imported -> {
                createdAt = Objects.requireNonNullElse(imported.joinedAt(), createdAt);
                lastLoginAt = imported.lastLoginAt();
            }
            case EmailProved _ -> proved = true;
            case RoleGranted granted -> roles.add(granted.role());
            case RoleRevoked revoked -> roles.remove(revoked.role());
            case AccountLoggedIn _ -> lastLoginAt = at;
            case ProfileChanged changed -> {
                firstName = changed.firstName();
                lastName = changed.lastName();
                username = changed.username();
                bio = changed.bio();
                dateOfBirth = changed.dateOfBirth();
                telephone = changed.telephone();
            }
            case PhotoChanged changed -> photo = changed.photo();
            case PhotoRemoved _ -> photo = null;
            case PasswordChanged changed -> endSessions(changed.spared());
            case PasswordReset _ -> endSessions(null);
            case IdentityVerified _ -> verified = true;
            case AccountSuspended _ -> {
                suspended = true;
                endSessions(null);
            }
            case AccountReinstated _ -> suspended = false;
            case AccountErased _ -> {
                erased = true;
                email = NOBODY;
                firstName = NOBODY;
                lastName = NOBODY;
                username = null;
                bio = null;
                dateOfBirth = null;
                telephone = null;
                photo = null;
                endSessions(null);
            }
            case PersonForgotten _ -> forgotten = true;
        }
    }
}
