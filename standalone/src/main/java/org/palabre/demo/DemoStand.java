package org.palabre.demo;

import java.util.UUID;
import org.palabre.queues.CompanyId;
import org.palabre.shared.Actor;

/** A company of the demo fair, for which the demo acts. */
record DemoStand(UUID company, String tokenHash) {

    CompanyId id() {
        return new CompanyId(company);
    }

    Actor actor() {
        return new Actor.Company(company, tokenHash);
    }
}
