package org.palabre.accounts.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palabre.accounts.AccountCommand.ChangeProfile;
import org.palabre.accounts.AccountEvent.AccountErased;
import org.palabre.accounts.AccountEvent.AccountImported;
import org.palabre.accounts.AccountEvent.AccountLoggedIn;
import org.palabre.accounts.AccountEvent.AccountRegistered;
import org.palabre.accounts.AccountEvent.AccountReinstated;
import org.palabre.accounts.AccountEvent.AccountSuspended;
import org.palabre.accounts.AccountEvent.EmailProved;
import org.palabre.accounts.AccountEvent.PasswordChanged;
import org.palabre.accounts.AccountEvent.PasswordReset;
import org.palabre.accounts.AccountEvent.PhotoChanged;
import org.palabre.accounts.AccountEvent.ProfileChanged;
import org.palabre.accounts.AccountEvent.RoleGranted;
import org.palabre.accounts.AccountEvent.RoleRevoked;
import org.palabre.accounts.AccountId;
import org.palabre.accounts.AccountStatus;
import org.palabre.accounts.Language;
import org.palabre.accounts.SessionId;
import org.palabre.shared.Actor.Role;
import org.palabre.shared.Change;
import org.palabre.shared.Personal;
import org.palabre.shared.Refused;

class AccountTest {

    private static final AccountId ADA = AccountId.next();
    private static final SessionId SESSION = SessionId.next();
    private static final Instant JOINED = Instant.parse("2024-05-31T18:30:00Z");
    private static final Instant LOGGED_IN = Instant.parse("2026-10-01T07:15:00Z");

    private final FixtureConfiguration<Account> account = new AggregateTestFixture<>(Account.class);

    @Test
    void whoever_registers_has_an_account() {
        account.givenNoPriorActivity()
                .whenConstructing(() -> new Account(registered()))
                .expectEvents(registered());
    }

    @Test
    void what_was_somebodys_elsewhere_is_as_old_as_it_was_there() {
        account.given(registered())
                .whenInvoking(ADA.toString(), it -> it.bringAlong(JOINED, LOGGED_IN))
                .expectEvents(new AccountImported(ADA, JOINED, LOGGED_IN))
                .expectState(it -> {
                    assertThat(it.view().createdAt()).isEqualTo(JOINED);
                    assertThat(it.view().lastLoginAt()).isEqualTo(LOGGED_IN);
                });
    }

    @Test
    void when_nobody_knows_how_old_it_was_it_is_as_old_as_it_is_here() {
        account.givenCurrentTime(LOGGED_IN)
                .andGiven(registered())
                .whenInvoking(ADA.toString(), it -> it.bringAlong(null, null))
                .expectState(it -> {
                    assertThat(it.view().createdAt()).isEqualTo(LOGGED_IN);
                    assertThat(it.view().lastLoginAt()).isNull();
                });
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

    @Test
    void a_profile_changes_where_it_is_asked_to() {
        account.given(registered())
                .whenInvoking(
                        ADA.toString(),
                        it -> it.change(new ChangeProfile(
                                ADA,
                                Change.keep(),
                                Change.to("King"),
                                Change.to("ada"),
                                Change.to("Counts."),
                                Change.to(LocalDate.parse("1915-12-10")),
                                Change.keep())))
                .expectEvents(new ProfileChanged(
                        ADA, text("Ada"), text("King"), text("ada"), text("Counts."), text("1915-12-10"), null))
                .expectState(it -> {
                    assertThat(it.view().dateOfBirth()).isEqualTo(LocalDate.parse("1915-12-10"));
                    assertThat(it.view().bio()).isEqualTo("Counts.");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"1899-12-31", "0000-01-01", "-9999-01-01"})
    void nobody_was_born_in_another_age(LocalDate date) {
        account.given(registered())
                .whenInvoking(
                        ADA.toString(),
                        it -> it.change(new ChangeProfile(
                                ADA,
                                Change.keep(),
                                Change.keep(),
                                Change.keep(),
                                Change.keep(),
                                Change.to(date),
                                Change.keep())))
                .expectException(Refused.class)
                .expectExceptionMessage("born_too_early");
    }

    @Test
    void a_profile_that_is_so_already_stays() {
        account.given(registered())
                .whenInvoking(
                        ADA.toString(),
                        it -> it.change(new ChangeProfile(
                                ADA,
                                Change.to("Ada"),
                                Change.keep(),
                                Change.to(null),
                                Change.keep(),
                                Change.keep(),
                                Change.keep())))
                .expectNoEvents();
    }

    @Test
    void a_new_password_ends_all_sessions_but_the_one_that_set_it() {
        account.given(registered(), new PasswordChanged(ADA, SESSION)).whenInvoking(ADA.toString(), it -> {
            assertThat(it.holds(SESSION, 0)).isTrue();
            assertThat(it.holds(SessionId.next(), 0)).isFalse();
            assertThat(it.holds(SessionId.next(), it.era())).isTrue();
        });
        account.given(registered(), new PasswordChanged(ADA, SESSION), new PasswordReset(ADA))
                .whenInvoking(
                        ADA.toString(), it -> assertThat(it.holds(SESSION, 0)).isFalse());
    }

    @Test
    void suspension_ends_all_sessions_and_is_lifted_without_bringing_them_back() {
        account.given(registered(), new EmailProved(ADA), new AccountSuspended(ADA))
                .whenInvoking(ADA.toString(), it -> {
                    assertThat(it.view().status()).isEqualTo(AccountStatus.SUSPENDED);
                    assertThat(it.holds(SESSION, 0)).isFalse();
                    it.suspend();
                    it.reinstate();
                })
                .expectEvents(new AccountReinstated(ADA))
                .expectState(it -> {
                    assertThat(it.view().status()).isEqualTo(AccountStatus.ACTIVE);
                    assertThat(it.holds(SESSION, 0)).isFalse();
                });
    }

    @Test
    void nothing_personal_is_left_in_memory_of_an_erased_person() {
        account.given(registered(), new PhotoChanged(ADA, SESSION.value()))
                .whenInvoking(ADA.toString(), Account::erase)
                .expectEvents(new AccountErased(ADA))
                .expectState(it -> {
                    assertThat(it.erased()).isTrue();
                    assertThat(it.view().email()
                                    + it.view().firstName()
                                    + it.view().lastName())
                            .isEmpty();
                    assertThat(it.view().photoUrl()).isNull();
                });
    }

    private static Personal text(String text) {
        return Personal.of(ADA.value(), text);
    }

    private static AccountRegistered registered() {
        return registered(ADA);
    }

    static AccountRegistered registered(AccountId id) {
        return new AccountRegistered(
                id,
                Personal.of(id.value(), "ada@example.org"),
                Personal.of(id.value(), "Ada"),
                Personal.of(id.value(), "Lovelace"),
                null,
                null,
                Language.EN);
    }
}
