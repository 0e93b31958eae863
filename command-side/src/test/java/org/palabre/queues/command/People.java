package org.palabre.queues.command;

import java.util.Set;
import org.palabre.queues.AccessToken;
import org.palabre.queues.CompanyId;
import org.palabre.queues.StudentId;
import org.palabre.shared.Actor;
import org.palabre.shared.Actor.Role;
import org.palabre.shared.Ids;

/** Who is at the fair in these tests. */
final class People {

    static final Actor.Account ADMIN = account(Role.ADMIN);
    static final Actor.Account EDITOR = account(Role.EDITOR);
    static final Actor.Account ADA = account(Role.STUDENT);
    static final Actor.Account BOB = account(Role.STUDENT);
    static final Actor.Account CLEO = account(Role.STUDENT);

    static final CompanyId ACME = CompanyId.next();
    static final CompanyId GLOBEX = CompanyId.next();

    private People() {}

    static Actor.Account account(Role... roles) {
        return new Actor.Account(Ids.next(), Ids.next(), true, Set.of(roles));
    }

    static StudentId student(Actor.Account account) {
        return StudentId.of(account.id());
    }

    /** The company at its stand, with the access token that it opened with. */
    static Actor.Company stand(CompanyId company) {
        return new Actor.Company(company.value(), firstToken(company));
    }

    /** The hash of the access token that a company opens with. */
    static String firstToken(CompanyId company) {
        return AccessToken.hash("first token of " + company);
    }
}
