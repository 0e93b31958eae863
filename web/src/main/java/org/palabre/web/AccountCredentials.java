package org.palabre.web;

import java.util.Optional;
import java.util.UUID;
import org.palabre.accounts.AccountId;
import org.palabre.accounts.AccountQuery.Access;
import org.palabre.accounts.AccountQuery.FindAccess;
import org.palabre.accounts.SessionId;
import org.palabre.shared.Actor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.stereotype.Component;

/** An account's access token. It says who and in which session; what they may do now is asked at every call. */
@Component
class AccountCredentials implements Credentials {

    private final JwtDecoder tokens;
    private final Queries queries;
    private final boolean issuedElsewhere;

    AccountCredentials(
            JwtDecoder tokens,
            Queries queries,
            @Value("${spring.security.oauth2.resourceserver.jwt.issuer-uri:}") String issuer) {
        this.tokens = tokens;
        this.queries = queries;
        this.issuedElsewhere = !issuer.isEmpty();
    }

    @Override
    public Optional<Actor.Account> of(String token) {
        return looksLikeOne(token) ? decoded(token).flatMap(this::account) : Optional.empty();
    }

    private static boolean looksLikeOne(String token) {
        return token.chars().filter(character -> character == '.').count() == 2;
    }

    private Optional<Jwt> decoded(String token) {
        try {
            return Optional.of(tokens.decode(token));
        } catch (BadJwtException notGood) {
            return Optional.empty();
        }
    }

    private Optional<Actor.Account> account(Jwt token) {
        return id(token, "sub")
                .map(AccountId::new)
                .flatMap(account -> session(token, account)
                        .flatMap(session -> queries.find(new FindAccess(account, session), Access.class)
                                .map(access -> new Actor.Account(
                                        account.value(), session.value(), access.proved(), access.roles()))));
    }

    /** An issuer elsewhere ends its sessions itself. */
    private Optional<SessionId> session(Jwt token, AccountId account) {
        return issuedElsewhere
                ? Optional.of(SessionId.elsewhere(account))
                : id(token, "sid").map(SessionId::new);
    }

    private static Optional<UUID> id(Jwt token, String claim) {
        try {
            return Optional.ofNullable(token.getClaimAsString(claim)).map(UUID::fromString);
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
