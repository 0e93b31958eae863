package org.palabre.accounts.command;

import static org.palabre.accounts.AccountRefusal.EMAIL_TAKEN;

import org.axonframework.spring.config.SpringAxonConfiguration;
import org.palabre.accounts.AccountCommand.AppointFirstAdmin;
import org.palabre.accounts.AccountId;
import org.palabre.accounts.Language;
import org.palabre.accounts.Registration;
import org.palabre.shared.Actor;
import org.palabre.shared.Refused;
import org.palabre.web.Commands;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Appoints the first admin that the configuration names, before the first request comes in. */
@Component
class ConfiguredAdmin implements SmartLifecycle {

    /** After handlers and projections, before the web server. */
    private static final int PHASE = SpringAxonConfiguration.LIFECYCLE_PHASE + 1;

    private final FirstAdmin firstAdmin;
    private final Commands commands;
    private final Passwords passwords;
    private final String email;
    private final String password;
    private volatile boolean running;

    ConfiguredAdmin(
            FirstAdmin firstAdmin,
            Commands commands,
            Passwords passwords,
            @Value("${palabre.admin-email:}") String email,
            @Value("${palabre.admin-password:}") String password) {
        this.firstAdmin = firstAdmin;
        this.commands = commands;
        this.passwords = passwords;
        this.email = email.strip();
        this.password = password;
    }

    @Override
    public void start() {
        running = true;
        if (!(email.isEmpty() && password.isEmpty()) && !firstAdmin.isAppointed()) {
            appoint();
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    private void appoint() {
        if (!email.matches(EmailAddress.FORM) || !GoodPassword.Judge.good(password)) {
            throw new IllegalStateException("The first admin needs PALABRE_ADMIN_EMAIL, an address, and"
                    + " PALABRE_ADMIN_PASSWORD, 8 to 128 characters and not a common one");
        }
        var registration =
                new Registration(email, "Admin", "Palabre", null, null, Language.FR, passwords.hash(password));
        try {
            commands.sendAs(new Actor.Platform(), new AppointFirstAdmin(AccountId.next(), registration));
        } catch (Refused refused) {
            // another node that starts at the same moment may have been first
            if (!firstAdmin.isAppointed()) {
                throw refused.is(EMAIL_TAKEN)
                        ? new IllegalStateException(
                                "PALABRE_ADMIN_EMAIL is the address of an account already, and so it"
                                        + " cannot become the first admin's: name another one, or leave it out and use the"
                                        + " link that is logged")
                        : refused;
            }
        }
    }
}
