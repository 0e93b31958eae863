package org.palabre.accounts.command;

import static org.palabre.accounts.AccountRefusal.ACCOUNT_SUSPENDED;
import static org.palabre.accounts.AccountRefusal.INVALID_CREDENTIALS;
import static org.palabre.accounts.AccountRefusal.INVALID_REFRESH_TOKEN;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.palabre.accounts.AccountCommand.LogIn;
import org.palabre.accounts.AccountCommand.LoggedIn;
import org.palabre.accounts.AttemptOutcome;
import org.palabre.accounts.Device;
import org.palabre.accounts.SessionCommand.EndSession;
import org.palabre.accounts.SessionCommand.RenewSession;
import org.palabre.accounts.SessionCommand.Renewal;
import org.palabre.accounts.SessionId;
import org.palabre.shared.Refused;
import org.palabre.web.Allow;
import org.palabre.web.Allow.Who;
import org.palabre.web.Commands;
import org.palabre.web.Limited;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets people in by password, keeps them in by refresh token, and lets them out. */
@RestController
class LogInController {

    /** The name that one logs in with goes by three names. */
    record NameAndPassword(
            @NotBlank @Size(max = NameAndPassword.LONGEST) String login,
            @Nullable String email,
            @Nullable String username,
            @NotNull String password) {

        /** In characters: as long as an e-mail address may be. */
        static final int LONGEST = 254;

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

    private final Commands commands;
    private final Names names;
    private final PasswordProof proof;
    private final Tokens tokens;
    private final Standings standings;
    private final LogInAttempts attempts;

    LogInController(
            Commands commands,
            Names names,
            PasswordProof proof,
            Tokens tokens,
            Standings standings,
            LogInAttempts attempts) {
        this.commands = commands;
        this.names = names;
        this.proof = proof;
        this.tokens = tokens;
        this.standings = standings;
        this.attempts = attempts;
    }

    @PostMapping({"/api/auth/login", "/api/users/login", "/auth/login"})
    @Allow(Who.ALL_UNREAD)
    @Limited
    LoggedInUser logIn(@RequestBody @Valid NameAndPassword body, HttpServletRequest request) {
        var device = Devices.of(request);
        try {
            var answer = logIn(body.login(), body.password(), device);
            attempts.add(body.login(), AttemptOutcome.SUCCEEDED, device);
            return LoggedInUser.of(answer, standings.of(answer.user()), tokens);
        } catch (Refused refused) {
            outcome(refused).ifPresent(outcome -> attempts.add(body.login(), outcome, device));
            throw refused;
        }
    }

    private LoggedIn logIn(String login, String password, Device device) {
        var account = names.owner(login);
        var hash = account.isPresent()
                ? proof.of(account.get(), password)
                : proof.ofNobody(names.canonical(login), password);
        if (account.isEmpty() || hash.isEmpty()) {
            throw new Refused(INVALID_CREDENTIALS);
        }
        return commands.send(new LogIn(account.get(), hash.get(), SessionId.next(), device), LoggedIn.class);
    }

    private static Optional<AttemptOutcome> outcome(Refused refused) {
        return refused.is(INVALID_CREDENTIALS)
                ? Optional.of(AttemptOutcome.INVALID_CREDENTIALS)
                : refused.is(ACCOUNT_SUSPENDED) ? Optional.of(AttemptOutcome.ACCOUNT_SUSPENDED) : Optional.empty();
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
}
