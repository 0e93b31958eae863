package org.palabre.accounts.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.palabre.accounts.AccountEvent;
import org.palabre.accounts.AccountEvent.AccountLoggedIn;
import org.palabre.accounts.AccountEvent.AccountRegistered;
import org.palabre.accounts.AccountEvent.EmailProved;
import org.palabre.accounts.AccountEvent.RoleGranted;
import org.palabre.accounts.AccountEvent.RoleRevoked;
import org.palabre.accounts.AccountId;
import org.palabre.accounts.AccountQuery.UserView;
import org.palabre.accounts.AccountStatus;
import org.palabre.accounts.Language;
import org.palabre.accounts.SessionId;
import org.palabre.shared.Actor.Role;
import org.palabre.shared.Personal;

/** A person who can log in. */
@Aggregate(snapshotTriggerDefinition = "snapshots")
@JsonAutoDetect(
        fieldVisibility = JsonAutoDetect.Visibility.ANY,
        getterVisibility = JsonAutoDetect.Visibility.NONE,
        isGetterVisibility = JsonAutoDetect.Visibility.NONE)
class Account {

    private static final Personal NOBODY = new Personal(new UUID(0, 0), null);

    @AggregateIdentifier
    private AccountId id;

    private Personal email = NOBODY;
    private Personal firstName = NOBODY;
    private Personal lastName = NOBODY;
    private @Nullable Personal username;
    private @Nullable Personal telephone;
    private Language language = Language.FR;
    private boolean proved;
    private Set<Role> roles = EnumSet.noneOf(Role.class);
    private Instant createdAt = Instant.EPOCH;
    private @Nullable Instant lastLoginAt;

    Account() {}

    Account(AccountRegistered registration) {
        apply(registration);
    }

    String email() {
        return email.orEmpty();
    }

    Language language() {
        return language;
    }

    boolean proved() {
        return proved;
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

    UserView view() {
        return new UserView(
                id,
                text(username),
                firstName.orEmpty(),
                lastName.orEmpty(),
                null,
                false,
                null,
                false,
                null,
                0,
                0,
                0,
                email.orEmpty(),
                proved,
                text(telephone),
                null,
                List.copyOf(roles),
                proved ? AccountStatus.ACTIVE : AccountStatus.UNVERIFIED,
                lastLoginAt,
                createdAt,
                getVersion());
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
            case EmailProved _ -> proved = true;
            case RoleGranted granted -> roles.add(granted.role());
            case RoleRevoked revoked -> roles.remove(revoked.role());
            case AccountLoggedIn _ -> lastLoginAt = at;
        }
    }
}
