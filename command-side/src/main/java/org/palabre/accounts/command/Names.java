package org.palabre.accounts.command;

import static org.palabre.accounts.AccountRefusal.EMAIL_TAKEN;
import static org.palabre.accounts.AccountRefusal.TELEPHONE_TAKEN;
import static org.palabre.accounts.AccountRefusal.USERNAME_TAKEN;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.palabre.accounts.AccountId;
import org.palabre.accounts.AccountQuery.UserView;
import org.palabre.accounts.Registration;
import org.palabre.claims.Claims;
import org.palabre.shared.Change;
import org.palabre.shared.Refused;
import org.palabre.telephones.Telephones;
import org.springframework.stereotype.Component;

/** What accounts are known by: e-mail, username and telephone, each of which has one owner. */
@Component
class Names {

    private static final String EMAIL = "email";
    private static final String USERNAME = "username";
    private static final String TELEPHONE = "telephone";

    private final Claims claims;
    private final Telephones telephones;

    Names(Claims claims, Telephones telephones) {
        this.claims = claims;
        this.telephones = telephones;
    }

    /** Takes all names of a new account, or refuses for the first that is somebody else's. */
    void take(AccountId accountId, Registration registration) {
        claims.take(EMAIL, normal(registration.email()), accountId.value(), EMAIL_TAKEN);
        if (registration.username() != null) {
            claims.take(USERNAME, normal(registration.username()), accountId.value(), USERNAME_TAKEN);
        }
        if (registration.telephone() != null) {
            claims.take(TELEPHONE, registration.telephone(), accountId.value(), TELEPHONE_TAKEN);
        }
    }

    /** Takes the new username, if there is one, and gives back the old one, if there was one. */
    void changeUsername(UserView account, Change<String> change) {
        change(USERNAME, account.id(), normalOrNull(account.username()), change, Names::normalOrNull, USERNAME_TAKEN);
    }

    /** The same with the telephone. */
    void changeTelephone(UserView account, Change<String> change) {
        change(TELEPHONE, account.id(), account.telephone(), change, UnaryOperator.identity(), TELEPHONE_TAKEN);
    }

    /** Gives all names back. */
    void release(UserView account) {
        claims.release(EMAIL, normal(account.email()), account.id().value());
        if (account.username() != null) {
            claims.release(USERNAME, normal(account.username()), account.id().value());
        }
        if (account.telephone() != null) {
            claims.release(TELEPHONE, account.telephone(), account.id().value());
        }
    }

    private void change(
            String kind,
            AccountId account,
            @Nullable String current,
            Change<String> change,
            UnaryOperator<@Nullable String> form,
            Refused.Reason ifTaken) {
        var owner = account.value();
        change.map(form).from(current, next -> {
            if (current == null) {
                claims.take(kind, Objects.requireNonNull(next), owner, ifTaken);
            } else if (next == null) {
                claims.release(kind, current, owner);
            } else {
                claims.move(kind, current, next, owner, ifTaken);
            }
        });
    }

    Optional<AccountId> ownerOfEmail(String email) {
        return claims.owner(EMAIL, normal(email)).map(AccountId::new);
    }

    /** Whose e-mail, telephone or username this is. */
    Optional<AccountId> owner(String login) {
        return meanings(login)
                .flatMap(name -> claims.owner(name.kind(), name.value()).stream())
                .findFirst()
                .map(AccountId::new);
    }

    /** How all spellings of a name are written in the end, whether it is somebody's or not. */
    String canonical(String login) {
        return meanings(login).findFirst().orElseThrow().value();
    }

    /** Whether this was somebody's e-mail, telephone or username, and is nobody's now. */
    boolean wasSomebodys(String login) {
        return meanings(login).anyMatch(name -> claims.givenBack(name.kind(), name.value()));
    }

    private record Name(String kind, String value) {}

    /** What it looks like tells which sort of name it can be: one at least, and the first is the likeliest. */
    private Stream<Name> meanings(String login) {
        var name = login.strip();
        return name.contains("@")
                ? Stream.of(new Name(EMAIL, normal(name)))
                : Stream.concat(
                        telephones.read(name).map(telephone -> new Name(TELEPHONE, telephone)).stream(),
                        Stream.of(new Name(USERNAME, normal(name))));
    }

    private static @Nullable String normalOrNull(@Nullable String name) {
        return name == null ? null : normal(name);
    }

    private static String normal(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
