package org.palabre.move;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Where the command side's database is, and who may write to it. */
record DatabaseAddress(String url, String user, String password) {

    private static final String HOST = "(?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(?::\\d{1,5})?";
    private static final Pattern FORM = Pattern.compile(
            "jdbc:postgresql://%1$s(?:,%1$s)*/[^/?\\s]+(?:\\?(?:[^\\s%%]|%%[0-9A-Fa-f]{2})*)?".formatted(HOST));

    /** The address as it is written; a user and a password that are given apart take the place of those in it. */
    static DatabaseAddress of(String url, String user, String password) {
        if (!FORM.matcher(url).matches()) {
            throw new CannotMove(
                    "Say which database the command side has: --database=jdbc:postgresql://HOST:PORT/DATABASE.");
        }
        var who = user.isEmpty() ? option(url, "user") : user;
        if (who.isEmpty()) {
            throw new CannotMove("Say who may write to the command side's database: PALABRE_MOVE_USERNAME and"
                    + " PALABRE_MOVE_PASSWORD in the environment, or ?user=…&password=… in its address.");
        }
        // those in the address would win over those given apart, and be shown wherever it is
        var bare = url.replaceAll("(?<=[?&])(?:user|password)=[^&]*&?", "");
        return new DatabaseAddress(bare, who, password.isEmpty() ? option(url, "password") : password);
    }

    private static String option(String url, String name) {
        var found = Pattern.compile("[?&]%s=([^&]*)".formatted(name)).matcher(url);
        return found.find() ? URLDecoder.decode(found.group(1), StandardCharsets.UTF_8) : "";
    }

    /** Says nothing that only its owner may know. */
    @Override
    public String toString() {
        return "the command side's database";
    }
}
