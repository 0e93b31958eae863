package org.palabre.accounts.query;

import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.palabre.accounts.AccountId;
import org.palabre.accounts.AccountQuery.FindUser;
import org.palabre.accounts.AccountQuery.FindUsers;
import org.palabre.accounts.AccountQuery.UserPage;
import org.palabre.accounts.AccountQuery.UserView;
import org.palabre.accounts.AccountStatus;
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

    @GetMapping("/api/admin/users")
    @Allow(Who.ADMIN)
    Listing<UserView> users(
            @RequestParam(defaultValue = "") @Size(max = 200) String search,
            @RequestParam Optional<AccountStatus> status,
            @RequestParam Optional<Role> role,
            @OrderBy({"created_at", "last_login_at", "last_name"}) List<String> ordering,
            Page.Request page) {
        return Listing.of(queries.answer(new FindUsers(search, status, role, ordering, page), UserPage.class), page);
    }
}
