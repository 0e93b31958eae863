package org.palabre.demo;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.palabre.shared.Actor;
import org.palabre.shared.Actor.Role;
import org.palabre.shared.Ids;

/** What the demo has made, and moves; it remembers it across restarts and touches nothing else. */
record DemoWorld(List<DemoStand> stands, List<UUID> students) {

    static Actor admin() {
        return new Actor.Account(Ids.next(), Ids.next(), true, Set.of(Role.ADMIN));
    }

    static Actor student(UUID account) {
        return new Actor.Account(account, Ids.next(), true, Set.of(Role.STUDENT));
    }
}
