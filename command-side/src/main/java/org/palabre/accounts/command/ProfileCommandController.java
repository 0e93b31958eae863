package org.palabre.accounts.command;

import static org.palabre.accounts.AccountRefusal.WRONG_PASSWORD;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.palabre.accounts.AccountCommand.ChangePassword;
import org.palabre.accounts.AccountCommand.ChangeProfile;
import org.palabre.accounts.AccountCommand.EraseOwnAccount;
import org.palabre.accounts.AccountId;
import org.palabre.accounts.AccountQuery.UserView;
import org.palabre.accounts.SessionCommand.RevokeSession;
import org.palabre.accounts.SessionId;
import org.palabre.shared.Actor;
import org.palabre.shared.Change;
import org.palabre.shared.Refused;
import org.palabre.telephones.Telephone;
import org.palabre.telephones.Telephones;
import org.palabre.web.Allow;
import org.palabre.web.Allow.Who;
import org.palabre.web.Commands;
import org.palabre.web.Me;
import org.palabre.web.OneLine;
import org.palabre.web.Text;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets people change their own account. */
@RestController
class ProfileCommandController {

    record ProfileChanges(
            Change<@NotNull @OneLine @Size(max = 100) String> firstName,
            Change<@NotNull @OneLine @Size(max = 100) String> lastName,
            Change<@Username String> username,
            Change<@Size(max = 500) String> bio,
            Change<@DateOfBirth LocalDate> dateOfBirth,
            Change<@Telephone String> telephone) {

        ProfileChanges {
            firstName = Text.trimmed(firstName);
            lastName = Text.trimmed(lastName);
        }

        /** Shows nothing, so that no log holds what is personal. */
        @Override
        public String toString() {
            return "ProfileChanges";
        }
    }

    record PasswordChange(
            @NotNull String currentPassword,
            @NotNull @GoodPassword String newPassword) {

        /** Shows nothing, so that no log holds the secrets. */
        @Override
        public String toString() {
            return "PasswordChange";
        }
    }

    record Farewell(@NotNull String password) {

        /** Shows nothing, so that no log holds the secret. */
        @Override
        public String toString() {
            return "Farewell";
        }
    }

    private final Commands commands;
    private final PasswordProof proof;
    private final Passwords passwords;
    private final Telephones telephones;
    private final Standings standings;

    ProfileCommandController(
            Commands commands, PasswordProof proof, Passwords passwords, Telephones telephones, Standings standings) {
        this.commands = commands;
        this.proof = proof;
        this.passwords = passwords;
        this.telephones = telephones;
        this.standings = standings;
    }

    @PatchMapping("/api/users/me")
    @Allow(Who.ACCOUNT)
    UserView change(@RequestBody @Valid ProfileChanges changes, @Me Actor.Account me) {
        return standings.of(commands.send(
                new ChangeProfile(
                        new AccountId(me.id()),
                        changes.firstName(),
                        changes.lastName(),
                        changes.username(),
                        changes.bio(),
                        changes.dateOfBirth(),
                        changes.telephone().map(this::e164)),
                UserView.class));
    }

    @PostMapping("/api/auth/password/change")
    @Allow(Who.ACCOUNT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(@RequestBody @Valid PasswordChange change, @Me Actor.Account me) {
        var account = new AccountId(me.id());
        var current = proved(account, change.currentPassword(), "current_password");
        commands.send(new ChangePassword(account, current, passwords.hash(change.newPassword())));
    }

    @DeleteMapping("/api/auth/sessions/{id}")
    @Allow(Who.ACCOUNT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endSession(@PathVariable SessionId id) {
        commands.send(new RevokeSession(id));
    }

    @DeleteMapping("/api/users/me")
    @Allow(Who.ACCOUNT)
    @ResponseStatus(HttpStatus.ACCEPTED)
    void erase(@RequestBody @Valid Farewell farewell, @Me Actor.Account me) {
        var account = new AccountId(me.id());
        commands.send(new EraseOwnAccount(account, proved(account, farewell.password(), "password")));
    }

    /** The hash of the password, if it is the account's. */
    private String proved(AccountId account, String password, String field) {
        return proof.of(account, password).orElseThrow(() -> Refused.field(field, WRONG_PASSWORD));
    }

    private @Nullable String e164(@Nullable String telephone) {
        return telephone == null ? null : telephones.read(telephone).orElseThrow();
    }
}
