package org.palabre.accounts.command;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.palabre.accounts.AccountCommand.LoggedIn;
import org.palabre.accounts.AccountCommand.RegisterAccount;
import org.palabre.accounts.AccountCommand.SetUp;
import org.palabre.accounts.AccountId;
import org.palabre.accounts.Language;
import org.palabre.accounts.Registration;
import org.palabre.accounts.SessionId;
import org.palabre.telephones.Telephone;
import org.palabre.telephones.Telephones;
import org.palabre.web.Allow;
import org.palabre.web.Allow.Who;
import org.palabre.web.ByEmail;
import org.palabre.web.Commands;
import org.palabre.web.Limited;
import org.palabre.web.OneLine;
import org.palabre.web.Text;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Lets people join. */
@RestController
class RegistrationController {

    /** The only role that one can take oneself. */
    enum OwnChoice {
        STUDENT
    }

    @Confirmed
    record Joining(
            @NotNull @EmailAddress String email,
            @NotNull @GoodPassword String password,
            @NotNull String passwordConfirm,
            @NotNull @OneLine @Size(max = 100) String firstName,
            @NotNull @OneLine @Size(max = 100) String lastName,

            @Nullable @Username String username,

            @Nullable @Telephone String telephone,
            @Nullable OwnChoice role)
            implements Confirmed.Twice, ByEmail {

        Joining {
            email = Text.trimmed(email);
            firstName = Text.trimmed(firstName);
            lastName = Text.trimmed(lastName);
        }

        /** Shows nothing, so that no log holds what is personal or secret. */
        @Override
        public String toString() {
            return "Joining";
        }
    }

    @Confirmed
    record FirstJoining(
            @NotBlank String token,
            @NotNull @EmailAddress String email,
            @NotNull @GoodPassword String password,
            @NotNull String passwordConfirm,
            @NotNull @OneLine @Size(max = 100) String firstName,
            @NotNull @OneLine @Size(max = 100) String lastName)
            implements Confirmed.Twice, ByEmail {

        FirstJoining {
            email = Text.trimmed(email);
            firstName = Text.trimmed(firstName);
            lastName = Text.trimmed(lastName);
        }

        /** Shows nothing, so that no log holds what is personal or secret. */
        @Override
        public String toString() {
            return "FirstJoining";
        }
    }

    private final Commands commands;
    private final Passwords passwords;
    private final Telephones telephones;
    private final Tokens tokens;

    RegistrationController(Commands commands, Passwords passwords, Telephones telephones, Tokens tokens) {
        this.commands = commands;
        this.passwords = passwords;
        this.telephones = telephones;
        this.tokens = tokens;
    }

    @PostMapping({"/api/auth/register", "/api/users/register"})
    @Allow(Who.ALL_UNREAD)
    @Limited
    ResponseEntity<LoggedInUser> register(
            @RequestBody @Valid Joining joining, Locale locale, HttpServletRequest request) {
        return created(commands.send(
                new RegisterAccount(
                        AccountId.next(),
                        new Registration(
                                joining.email(),
                                joining.firstName(),
                                joining.lastName(),
                                joining.username(),
                                e164(joining.telephone()),
                                Language.of(locale),
                                passwords.hash(joining.password())),
                        joining.role() == OwnChoice.STUDENT,
                        SessionId.next(),
                        Devices.of(request)),
                LoggedIn.class));
    }

    @PostMapping("/api/setup")
    @Allow(Who.ALL)
    @Limited
    ResponseEntity<LoggedInUser> setUp(
            @RequestBody @Valid FirstJoining joining, Locale locale, HttpServletRequest request) {
        return created(commands.send(
                new SetUp(
                        AccountId.next(),
                        new Registration(
                                joining.email(),
                                joining.firstName(),
                                joining.lastName(),
                                null,
                                null,
                                Language.of(locale),
                                passwords.hash(joining.password())),
                        joining.token(),
                        SessionId.next(),
                        Devices.of(request)),
                LoggedIn.class));
    }

    private ResponseEntity<LoggedInUser> created(LoggedIn answer) {
        return ResponseEntity.created(URI.create("/api/users/" + answer.user().id()))
                .body(LoggedInUser.of(answer, answer.user(), tokens));
    }

    private @Nullable String e164(@Nullable String telephone) {
        return telephone == null ? null : telephones.read(telephone).orElseThrow();
    }
}
