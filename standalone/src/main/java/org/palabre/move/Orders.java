package org.palabre.move;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Where to, as the command line and the environment say. */
record Orders(String axonServer, DatabaseAddress database) {

    static final String HELP = """
            Copies what a standalone platform keeps in PostgreSQL to Axon Server and to the command side's database.

              java -jar palabre.jar move --axon-server=HOST[:PORT] --database=jdbc:postgresql://HOST[:PORT]/DATABASE

              --axon-server   where Axon Server listens to gRPC; the port is 8124 unless you say another
              --database      the command side's database; its schema is made if it is not there
              --help          says this

            Run it where the platform ran, with the platform's settings, after the platform has been stopped: it reads the
            database in PALABRE_HOME (./data), or the one that SPRING_DATASOURCE_URL names. Who may write to the command
            side's database is said by PALABRE_MOVE_USERNAME and PALABRE_MOVE_PASSWORD, or in its address; what Axon
            Server asks for beside its address is set as for both sides (AXON_AXONSERVER_TOKEN, AXON_AXONSERVER_SSL_ENABLED).

            It only reads from the platform, and can be run again whenever it was interrupted. It ends with
              0   everything is there: the same events in the same order, and the same rows
              1   not everything is there, or it is not the same; what was copied is found by the next run
              2   nothing was copied: something has to be put right first, and it says what""";

    private static final Set<String> NAMES = Set.of("--axon-server", "--database");
    private static final Pattern AXON_SERVER = Pattern.compile("([A-Za-z0-9._-]{1,253})(?::(\\d{1,5}))?");
    private static final String USUAL_PORT = "8124";
    private static final int LONGEST = 2_000;

    static boolean askForHelp(List<String> arguments) {
        return arguments.contains("--help");
    }

    static Orders of(List<String> arguments, Map<String, String> environment) {
        var options = options(arguments);
        return new Orders(
                axonServer(options.getOrDefault("--axon-server", "")),
                DatabaseAddress.of(
                        options.getOrDefault("--database", ""),
                        environment.getOrDefault("PALABRE_MOVE_USERNAME", ""),
                        environment.getOrDefault("PALABRE_MOVE_PASSWORD", "")));
    }

    private static Map<String, String> options(List<String> arguments) {
        var options = new HashMap<String, String>();
        for (var argument : arguments) {
            var parts = argument.split("=", 2);
            // what follows may be a secret, and is not repeated
            var name = parts[0].length() > 40 ? parts[0].substring(0, 40) + "…" : parts[0];
            if (!NAMES.contains(name)) {
                throw new CannotMove("There is no option %s; move --help names those that there are.".formatted(name));
            }
            if (parts.length < 2 || parts[1].isBlank() || parts[1].length() > LONGEST) {
                throw new CannotMove("Write %s=…, with a value of up to 2,000 characters.".formatted(name));
            }
            if (options.put(name, parts[1]) != null) {
                throw new CannotMove("%s is there twice: say it once.".formatted(name));
            }
        }
        return options;
    }

    private static String axonServer(String address) {
        var parts = AXON_SERVER.matcher(address);
        if (!parts.matches()) {
            throw new CannotMove("Say where Axon Server is: --axon-server=HOST or --axon-server=HOST:PORT.");
        }
        var port = parts.group(2) == null ? USUAL_PORT : parts.group(2);
        if (Integer.parseInt(port) < 1 || Integer.parseInt(port) > 65_535) {
            throw new CannotMove("A port is a number from 1 to 65535; Axon Server's for gRPC is usually 8124.");
        }
        return parts.group(1) + ":" + port;
    }
}
