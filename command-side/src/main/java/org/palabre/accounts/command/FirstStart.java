package org.palabre.accounts.command;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Lets whoever starts a platform without an admin become the first, by a secret link. */
@Component
class FirstStart implements ApplicationRunner {

    private final FirstAdmin firstAdmin;
    private final String publicUrl;

    FirstStart(FirstAdmin firstAdmin, @Value("${palabre.public-url}") String publicUrl) {
        this.firstAdmin = firstAdmin;
        this.publicUrl = publicUrl;
    }

    /** Tells whoever sits at the console and nobody else: a log is kept and read by many. */
    @Override
    @SuppressWarnings("SystemOut")
    public void run(ApplicationArguments arguments) {
        if (!firstAdmin.isAppointed()) {
            System.out.printf(
                    "%n  Make the first admin of this platform: %s/setup?token=%s%n%n",
                    publicUrl, firstAdmin.invitation());
        }
    }
}
