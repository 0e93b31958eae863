package org.palabre.accounts.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.palabre.accounts.AccountEvent.AccountLoggedIn;
import org.palabre.accounts.AccountEvent.AccountRegistered;
import org.palabre.accounts.AccountEvent.EmailProved;
import org.palabre.accounts.AccountEvent.RoleGranted;
import org.palabre.accounts.AccountEvent.RoleRevoked;
import org.palabre.accounts.AccountId;
import org.palabre.accounts.AccountStatus;
import org.palabre.accounts.Language;
import org.palabre.accounts.SessionId;
import org.palabre.shared.Actor.Role;
import org.palabre.shared.Personal;

class AccountTest {

    private static final AccountId ADA = AccountId.next();
    private static final SessionId SESSION = SessionId.next();

    private final FixtureConfiguration<Account> account = new AggregateTestFixture<>(Account.class);

    @Test
    void whoever_registers_has_an_account() {
        account.givenNoPriorActivity()
                .whenConstructing(() -> new Account(registered()))
                .expectEvents(registered());
    }

    @Test
    void an_email_is_proved_once() {
        account.given(registered())
                .whenInvoking(ADA.toString(), Account::proveEmail)
                .expectEvents(new EmailProved(ADA));
    }

    @Test
    void proving_an_email_again_changes_nothing() {
        account.given(registered(), new EmailProved(ADA))
                .whenInvoking(ADA.toString(), Account::proveEmail)
                .expectNoEvents();
    }

    @Test
    void roles_are_granted_and_revoked_until_they_are_as_wanted() {
        account.given(registered(), new RoleGranted(ADA, Role.STUDENT), new RoleGranted(ADA, Role.EDITOR))
                .whenInvoking(ADA.toString(), it -> it.change(Set.of(Role.ADMIN, Role.EDITOR)))
                .expectEvents(new RoleGranted(ADA, Role.ADMIN), new RoleRevoked(ADA, Role.STUDENT));
    }

    @Test
    void roles_that_it_has_already_change_nothing() {
        account.given(registered(), new RoleGranted(ADA, Role.STUDENT))
                .whenInvoking(ADA.toString(), it -> it.change(Set.of(Role.STUDENT)))
                .expectNoEvents();
    }

    @Test
    void it_shows_what_has_happened_to_it() {
        account.given(registered(), new EmailProved(ADA), new RoleGranted(ADA, Role.STUDENT))
                .whenInvoking(ADA.toString(), it -> it.logIn(SESSION))
                .expectEvents(new AccountLoggedIn(ADA, SESSION))
                .expectState(it -> {
                    var user = it.view();
                    assertThat(user.email()).isEqualTo("ada@example.org");
                    assertThat(user.username()).isNull();
                    assertThat(user.emailVerified()).isTrue();
                    assertThat(user.status()).isEqualTo(AccountStatus.ACTIVE);
                    assertThat(user.roles()).containsExactly(Role.STUDENT);
                    assertThat(user.lastLoginAt()).isNotNull();
                });
    }

    private static AccountRegistered registered() {
        return new AccountRegistered(
                ADA,
                Personal.of(ADA.value(), "ada@example.org"),
                Personal.of(ADA.value(), "Ada"),
                Personal.of(ADA.value(), "Lovelace"),
                null,
                null,
                Language.EN);
    }
}
