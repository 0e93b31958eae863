package org.palabre.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.QueryHandler;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.queryhandling.annotation.AnnotationQueryHandlerAdapter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.palabre.accounts.AccountId;
import org.palabre.accounts.AccountQuery.Access;
import org.palabre.accounts.AccountQuery.FindAccess;
import org.palabre.accounts.SessionId;
import org.palabre.shared.Actor;
import org.palabre.shared.Actor.Role;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

class AccountCredentialsTest {

    private static final AccountId ADA = AccountId.next();
    private static final SessionId SESSION = SessionId.next();
    private static final String TOKEN = "header.claims.signature";

    private final Map<FindAccess, Access> known = new HashMap<>();
    private final SimpleQueryBus queries = SimpleQueryBus.builder().build();

    @BeforeEach
    void know() {
        var _ = new AnnotationQueryHandlerAdapter<>(this).subscribe(queries);
    }

    @QueryHandler
    Optional<Access> handle(FindAccess query) {
        return Optional.ofNullable(known.get(query));
    }

    @Test
    void a_token_of_ours_is_good_while_its_session_is() {
        known.put(new FindAccess(ADA, SESSION), new Access(true, Set.of(Role.STUDENT)));

        assertThat(credentials("", Map.of("sub", ADA.toString(), "sid", SESSION.toString()))
                        .of(TOKEN))
                .contains(new Actor.Account(ADA.value(), SESSION.value(), true, Set.of(Role.STUDENT)));
        assertThat(credentials(
                                "",
                                Map.of(
                                        "sub",
                                        ADA.toString(),
                                        "sid",
                                        SessionId.next().toString()))
                        .of(TOKEN))
                .isEmpty();
        assertThat(credentials("", Map.of("sub", ADA.toString())).of(TOKEN)).isEmpty();
    }

    @Test
    void an_issuer_elsewhere_keeps_its_sessions_itself() {
        var elsewhere = SessionId.elsewhere(ADA);
        known.put(new FindAccess(ADA, elsewhere), new Access(true, Set.of(Role.ADMIN)));

        assertThat(credentials("https://issuer.example", Map.of("sub", ADA.toString(), "sid", "theirs"))
                        .of(TOKEN))
                .contains(new Actor.Account(ADA.value(), elsewhere.value(), true, Set.of(Role.ADMIN)));
        assertThat(credentials("https://issuer.example", Map.of("sub", "no-account-of-ours"))
                        .of(TOKEN))
                .isEmpty();
    }

    @Test
    void what_is_no_token_or_not_signed_is_nobody_s() {
        assertThat(credentials("", Map.of("sub", ADA.toString())).of("no-token"))
                .isEmpty();
        assertThat(new AccountCredentials(
                                _ -> {
                                    throw new BadJwtException("forged");
                                },
                                new Queries(DefaultQueryGateway.builder()
                                        .queryBus(queries)
                                        .build()),
                                "")
                        .of(TOKEN))
                .isEmpty();
    }

    private AccountCredentials credentials(String issuer, Map<String, Object> claims) {
        return new AccountCredentials(
                token -> Jwt.withTokenValue(token)
                        .header("alg", "RS256")
                        .claims(all -> all.putAll(claims))
                        .build(),
                new Queries(DefaultQueryGateway.builder().queryBus(queries).build()),
                issuer);
    }
}
