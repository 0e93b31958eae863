package org.palabre.accounts.command.imports;

import java.nio.file.Path;
import java.util.List;
import org.palabre.console.Console;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;

/** Starts the platform with its doors closed, has it take the accounts of another application in, and stops it. */
public final class ImportAccounts {

    /** By this first word on its command line the platform knows what it is started for. */
    public static final String NAME = "import-accounts";

    private static final int DONE = 0;
    private static final int UNFINISHED = 1;
    private static final int SOME_ARE_BAD = 2;

    private static final int NO_PORT = -1;

    private static final String HELP = """
            Takes the accounts of another application in.

              java -jar palabre.jar import-accounts FILE

            FILE is CSV in UTF-8, with commas, whose first line names the columns, in any order:
              email, first_name, last_name
              password         a hash as Django writes it (PBKDF2, Argon2, bcrypt, scrypt); empty: none, to be reset by mail
              username, telephone (or phone, phone_number)                                           if there are any
              is_active        true or false; who is not is suspended                                else true
              email_verified   true or false; who is not proves it by a code                         else false
              language         of mails, fr or en                                                    else fr
              date_joined      such as 2024-05-31 18:30:00+00, in UTC where it says no offset        else now
              last_login       likewise                                                              else never
            Other columns are passed over. Nobody gets a mail, and nobody a role.

            Run it where the platform runs, with the platform's settings: standalone after it has been stopped, a command
            side beside those that run. A line whose e-mail has an account already is passed over, so that it can be run
            again whenever it was interrupted, or after bad lines have been corrected. It ends with
              0   all of them have an account
              1   not everything was read: something has to be put right first, and it says what
              2   all of them have an account, except for the bad lines that it names""";

    private final SpringApplicationBuilder platform;
    private final Console console;

    private ImportAccounts(SpringApplicationBuilder platform, Console console) {
        this.platform = platform;
        this.console = console;
    }

    /**
     * Imports as the words after the name say.
     *
     * @param platform what is to take them
     * @return the exit code
     */
    public static int run(SpringApplicationBuilder platform, List<String> arguments) {
        return new ImportAccounts(platform, Console.ofProcess()).run(arguments);
    }

    private int run(List<String> arguments) {
        if (arguments.contains("--help")) {
            console.say(HELP);
            return DONE;
        }
        try {
            var tally = take(file(arguments));
            console.say(tally.toString());
            return tally.allAreIn() ? DONE : SOME_ARE_BAD;
        } catch (CannotImport reason) {
            console.say(String.valueOf(reason.getMessage()));
        } catch (RuntimeException failure) {
            console.say("The platform cannot take them: %s. Run the import again when it can."
                    .formatted(NestedExceptionUtils.getMostSpecificCause(failure)));
        }
        return UNFINISHED;
    }

    private Tally take(AccountFile file) {
        console.say("There are %s accounts in the file.".formatted(Console.number(file.count())));
        try (var closed = start()) {
            return closed.getBean(AccountImport.class).take(file, console);
        }
    }

    private static AccountFile file(List<String> arguments) {
        if (arguments.size() != 1) {
            throw new CannotImport("Say which file the accounts are in: import-accounts FILE; --help tells more.");
        }
        return new AccountFile(Path.of(arguments.getFirst()));
    }

    private ConfigurableApplicationContext start() {
        return platform.initializers(context -> context.getBeanFactory()
                        .registerSingleton("closedDoors", (WebServerFactoryCustomizer<ConfigurableWebServerFactory>)
                                factory -> factory.setPort(NO_PORT)))
                .run(
                        "--spring.main.banner-mode=off",
                        "--spring.main.log-startup-info=false",
                        "--palabre.demo=false",
                        // what goes wrong is told in one sentence
                        "--logging.level.root=off");
    }
}
