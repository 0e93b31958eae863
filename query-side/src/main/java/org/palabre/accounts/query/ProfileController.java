package org.palabre.accounts.query;

import jakarta.validation.constraints.Size;
import org.palabre.accounts.AccountId;
import org.palabre.accounts.AccountQuery.FindFollowers;
import org.palabre.accounts.AccountQuery.FindFollowing;
import org.palabre.accounts.AccountQuery.FindProfile;
import org.palabre.accounts.AccountQuery.FindProfiles;
import org.palabre.accounts.AccountQuery.ProfilePage;
import org.palabre.accounts.AccountQuery.ProfileView;
import org.palabre.shared.Actor;
import org.palabre.shared.Page;
import org.palabre.web.Allow;
import org.palabre.web.Allow.Who;
import org.palabre.web.Listing;
import org.palabre.web.Me;
import org.palabre.web.Queries;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows people to each other. */
@RestController
class ProfileController {

    private final Queries queries;

    ProfileController(Queries queries) {
        this.queries = queries;
    }

    @GetMapping("/api/users")
    @Allow(Who.ACTIVE)
    Listing<ProfileView> profiles(
            @RequestParam(defaultValue = "") @Size(max = 200) String search, @Me Actor.Account me, Page.Request page) {
        return Listing.of(
                queries.answer(new FindProfiles(search, new AccountId(me.id()), page), ProfilePage.class), page);
    }

    @GetMapping({"/api/users/{id}", "/users/{id}"})
    @Allow(Who.ALL)
    ProfileView profile(@PathVariable AccountId id, @Me Actor me) {
        return queries.one(new FindProfile(id, AccountId.of(me)), ProfileView.class);
    }

    @GetMapping("/api/users/{id}/followers")
    @Allow(Who.ACTIVE)
    Listing<ProfileView> followers(@PathVariable AccountId id, @Me Actor.Account me, Page.Request page) {
        profile(id, me);
        return Listing.of(queries.answer(new FindFollowers(id, new AccountId(me.id()), page), ProfilePage.class), page);
    }

    @GetMapping("/api/users/{id}/following")
    @Allow(Who.ACTIVE)
    Listing<ProfileView> following(@PathVariable AccountId id, @Me Actor.Account me, Page.Request page) {
        profile(id, me);
        return Listing.of(queries.answer(new FindFollowing(id, new AccountId(me.id()), page), ProfilePage.class), page);
    }
}
