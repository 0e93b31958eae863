package org.palabre.accounts.command;

import static org.palabre.accounts.AccountRefusal.INVALID_CODE;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Locale;
import org.palabre.accounts.AccountQuery.UserView;
import org.palabre.accounts.CodePurpose;
import org.palabre.accounts.EmailCommand.Proof;
import org.palabre.accounts.EmailCommand.ProveEmail;
import org.palabre.accounts.EmailCommand.RequestProof;
import org.palabre.accounts.EmailCommand.RequestReset;
import org.palabre.accounts.EmailCommand.Reset;
import org.palabre.accounts.EmailCommand.ResetPassword;
import org.palabre.shared.Refused;
import org.palabre.web.Allow;
import org.palabre.web.Allow.Who;
import org.palabre.web.ByEmail;
import org.palabre.web.Caller;
import org.palabre.web.Commands;
import org.palabre.web.Limited;
import org.palabre.web.Text;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets people show by a code from their mail that an address is theirs. */
@RestController
class CodeController {

    record Code(
            @NotNull @EmailAddress String email, @NotNull String code) implements ByEmail {

        Code {
            email = Text.trimmed(email);
        }

        /** Shows nothing, so that no log holds what is personal or secret. */
        @Override
        public String toString() {
            return "Code";
        }
    }

    record Address(@NotNull @EmailAddress String email) implements ByEmail {

        Address {
            email = Text.trimmed(email);
        }

        /** Shows nothing, so that no log holds what is personal. */
        @Override
        public String toString() {
            return "Address";
        }
    }

    record Message(String message) {}

    record NewPassword(
            @NotNull @EmailAddress String email,
            @NotNull String code,
            @NotNull @GoodPassword String newPassword) implements ByEmail {

        NewPassword {
            email = Text.trimmed(email);
        }

        /** Shows nothing, so that no log holds what is personal or secret. */
        @Override
        public String toString() {
            return "NewPassword";
        }
    }

    private final Commands commands;
    private final Codes codes;
    private final Passwords passwords;
    private final Standings standings;
    private final AccountTexts texts;

    CodeController(Commands commands, Codes codes, Passwords passwords, Standings standings, AccountTexts texts) {
        this.commands = commands;
        this.codes = codes;
        this.passwords = passwords;
        this.standings = standings;
        this.texts = texts;
    }

    @PostMapping("/api/auth/email/verify")
    @Allow(Who.ALL)
    @Limited
    UserView verify(@RequestBody @Valid Code body, HttpServletRequest request) {
        codes.countTry(CodePurpose.PROOF, body.email(), Caller.of(request).requestId());
        var proof = commands.send(new ProveEmail(body.email(), body.code().strip()), Proof.class);
        if (proof.user() == null) {
            throw new Refused(INVALID_CODE);
        }
        return standings.of(proof.user());
    }

    @PostMapping("/api/auth/email/resend")
    @Allow(Who.ALL)
    @Limited
    @ResponseStatus(HttpStatus.ACCEPTED)
    Message resend(@RequestBody @Valid Address body, Locale locale) {
        commands.send(new RequestProof(body.email()));
        return new Message(texts.codeRequested(locale));
    }

    @PostMapping("/api/auth/password/forgot")
    @Allow(Who.ALL)
    @Limited
    @ResponseStatus(HttpStatus.ACCEPTED)
    Message forgot(@RequestBody @Valid Address body, Locale locale) {
        commands.send(new RequestReset(body.email()));
        return new Message(texts.resetRequested(locale));
    }

    @PostMapping("/api/auth/password/reset")
    @Allow(Who.ALL)
    @Limited
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reset(@RequestBody @Valid NewPassword body, HttpServletRequest request) {
        codes.countTry(CodePurpose.RESET, body.email(), Caller.of(request).requestId());
        var command = new ResetPassword(body.email(), body.code().strip(), passwords.hash(body.newPassword()));
        if (commands.send(command, Reset.class).refused()) {
            throw new Refused(INVALID_CODE);
        }
    }
}
