package org.palabre.accounts.command;

import static org.palabre.accounts.AccountRefusal.INVALID_CODE;
import static org.palabre.accounts.AccountRefusal.INVALID_CREDENTIALS;
import static org.palabre.accounts.AccountRefusal.INVALID_REFRESH_TOKEN;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.palabre.accounts.AccountCommand.LogIn;
import org.palabre.accounts.AccountCommand.LoggedIn;
import org.palabre.accounts.AccountQuery.UserView;
import org.palabre.accounts.EmailCommand.Proof;
import org.palabre.accounts.EmailCommand.ProveEmail;
import org.palabre.accounts.EmailCommand.RequestProof;
import org.palabre.accounts.SessionCommand.EndSession;
import org.palabre.accounts.SessionCommand.RenewSession;
import org.palabre.accounts.SessionCommand.Renewal;
import org.palabre.accounts.SessionId;
import org.palabre.shared.Refused;
import org.palabre.web.Allow;
import org.palabre.web.Allow.Who;
import org.palabre.web.Commands;
import org.palabre.web.Text;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets people show who they are: by password, by refresh token, by a code from their mail. */
@RestController
class LogInController {

    /** The name that one logs in with goes by three names. */
    record NameAndPassword(
            @NotBlank String login,
            @Nullable String email,
            @Nullable String username,
            @NotNull String password) {

        NameAndPassword {
            login = Optional.ofNullable(login)
                    .or(() -> Optional.ofNullable(email))
                    .or(() -> Optional.ofNullable(username))
                    .orElse(login);
        }

        /** Shows nothing, so that no log holds what is personal or secret. */
        @Override
        public String toString() {
            return "NameAndPassword";
        }
    }

    record RefreshToken(@NotNull String refresh) {

        /** Shows nothing, so that no log holds what is secret. */
        @Override
        public String toString() {
            return "RefreshToken";
        }
    }

    record Code(
            @NotNull @EmailAddress String email, @NotNull String code) {

        Code {
            email = Text.trimmed(email);
        }

        /** Shows nothing, so that no log holds what is personal or secret. */
        @Override
        public String toString() {
            return "Code";
        }
    }

    record Address(@NotNull @EmailAddress String email) {

        Address {
            email = Text.trimmed(email);
        }
    }

    record Message(String message) {}

    private final Commands commands;
    private final Names names;
    private final PasswordHashes hashes;
    private final Passwords passwords;
    private final Tokens tokens;
    private final Standings standings;
    private final AccountTexts texts;

    LogInController(
            Commands commands,
            Names names,
            PasswordHashes hashes,
            Passwords passwords,
            Tokens tokens,
            Standings standings,
            AccountTexts texts) {
        this.commands = commands;
        this.names = names;
        this.hashes = hashes;
        this.passwords = passwords;
        this.tokens = tokens;
        this.standings = standings;
        this.texts = texts;
    }

    @PostMapping({"/api/auth/login", "/api/users/login", "/auth/login"})
    @Allow(Who.ALL_UNREAD)
    LoggedInUser logIn(@RequestBody @Valid NameAndPassword body, HttpServletRequest request) {
        var account = names.owner(body.login());
        var hash = account.flatMap(hashes::find).orElse(null);
        if (!passwords.matches(body.password(), hash) || hash == null) {
            throw new Refused(INVALID_CREDENTIALS);
        }
        var answer = commands.send(
                new LogIn(account.orElseThrow(), hash, SessionId.next(), Devices.of(request)), LoggedIn.class);
        return LoggedInUser.of(answer, standings.of(answer.user()), tokens);
    }

    @PostMapping("/api/auth/refresh")
    @Allow(Who.ALL_UNREAD)
    Tokens.Pair refresh(@RequestBody @Valid RefreshToken body) {
        var shown = tokens.read(body.refresh()).orElseThrow(() -> new Refused(INVALID_REFRESH_TOKEN));
        var renewal = commands.send(new RenewSession(shown.sessionId(), shown.number()), Renewal.class);
        if (renewal.grant() == null) {
            throw new Refused(INVALID_REFRESH_TOKEN);
        }
        return tokens.of(renewal.grant());
    }

    @PostMapping("/api/auth/logout")
    @Allow(Who.ALL_UNREAD)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void logOut(@RequestBody @Valid RefreshToken body) {
        tokens.read(body.refresh()).ifPresent(shown -> commands.send(new EndSession(shown.sessionId())));
    }

    @PostMapping("/api/auth/email/verify")
    @Allow(Who.ALL)
    UserView verify(@RequestBody @Valid Code body) {
        var proof = commands.send(new ProveEmail(body.email(), body.code().strip()), Proof.class);
        if (proof.user() == null) {
            throw new Refused(INVALID_CODE);
        }
        return standings.of(proof.user());
    }

    @PostMapping("/api/auth/email/resend")
    @Allow(Who.ALL)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Message resend(@RequestBody @Valid Address body, Locale locale) {
        commands.send(new RequestProof(body.email()));
        return new Message(texts.codeRequested(locale));
    }
}
