package org.palabre.accounts.query;

import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.palabre.accounts.AccountId;
import org.palabre.accounts.AccountQuery.AttemptPage;
import org.palabre.accounts.AccountQuery.AttemptView;
import org.palabre.accounts.AccountQuery.FindAttempts;
import org.palabre.accounts.AccountQuery.FindSessions;
import org.palabre.accounts.AccountQuery.FindUser;
import org.palabre.accounts.AccountQuery.FindUsers;
import org.palabre.accounts.AccountQuery.SessionPage;
import org.palabre.accounts.AccountQuery.SessionView;
import org.palabre.accounts.AccountQuery.UserPage;
import org.palabre.accounts.AccountQuery.UserView;
import org.palabre.accounts.AccountStatus;
import org.palabre.accounts.AttemptOutcome;
import org.palabre.accounts.SessionId;
import org.palabre.shared.Actor;
import org.palabre.shared.Actor.Role;
import org.palabre.shared.Page;
import org.palabre.web.Allow;
import org.palabre.web.Allow.Who;
import org.palabre.web.Listing;
import org.palabre.web.Me;
import org.palabre.web.OrderBy;
import org.palabre.web.Queries;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AccountController {

    private final Queries queries;

    AccountController(Queries queries) {
        this.queries = queries;
    }

    @GetMapping("/api/auth/me")
    @Allow(Who.ACCOUNT)
    UserView me(@Me Actor.Account me) {
        return queries.one(new FindUser(new AccountId(me.id())), UserView.class);
    }

    @GetMapping("/api/auth/sessions")
    @Allow(Who.ACCOUNT)
    Listing<SessionView> sessions(@Me Actor.Account me, Page.Request page) {
        var query = new FindSessions(new AccountId(me.id()), new SessionId(me.session()), page);
        return Listing.of(queries.answer(query, SessionPage.class), page);
    }

    @GetMapping("/api/admin/login-attempts")
    @Allow(Who.ADMIN)
    Listing<AttemptView> attempts(
            @RequestParam(defaultValue = "") @Size(max = 200) String search,
            @RequestParam Optional<AttemptOutcome> outcome,
            Page.Request page) {
        return Listing.of(queries.answer(new FindAttempts(search, outcome, page), AttemptPage.class), page);
    }

    @GetMapping("/api/admin/users")
    @Allow(Who.ADMIN)
    Listing<UserView> users(
            @RequestParam(defaultValue = "") @Size(max = 200) String search,
            @RequestParam Optional<AccountStatus> status,
            @RequestParam Optional<Role> role,
            @OrderBy({"created_at", "last_login_at", "last_name"}) List<String> ordering,
            @Me Actor.Account me,
            Page.Request page) {
        var query = new FindUsers(search, status, role, ordering, new AccountId(me.id()), page);
        return Listing.of(queries.answer(query, UserPage.class), page);
    }
}
