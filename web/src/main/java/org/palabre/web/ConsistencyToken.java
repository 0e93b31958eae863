package org.palabre.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.palabre.shared.Positions;
import org.palabre.shared.Positions.Position;

/** Positions as one opaque text, short enough for a header: {@code type:aggregate:sequence}, comma-separated, in Base64. */
public final class ConsistencyToken {

    static final String HEADER = "Consistency-Token";

    private static final int MAX_LENGTH = 4096;
    private static final Pattern POSITION = Pattern.compile("(\\w+):([\\w-]+):(\\d{1,18})");

    private ConsistencyToken() {}

    public static String of(Positions positions) {
        var text = positions.aggregates().stream()
                .map(each -> each.type() + ":" + each.aggregate() + ":" + each.sequence())
                .collect(Collectors.joining(","));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(("1," + text).getBytes(StandardCharsets.UTF_8));
    }

    /** Reads what {@link #of} wrote. */
    public static Positions read(String token) {
        if (token.length() > MAX_LENGTH) {
            throw new BadHeader(HEADER);
        }
        try {
            var text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            if (!text.startsWith("1,")) {
                throw new BadHeader(HEADER);
            }
            return new Positions(Arrays.stream(text.substring(2).split(","))
                    .filter(each -> !each.isEmpty())
                    .map(ConsistencyToken::position)
                    .toList());
        } catch (IllegalArgumentException notOurs) {
            throw new BadHeader(HEADER, notOurs);
        }
    }

    private static Position position(String text) {
        var parts = POSITION.matcher(text);
        if (!parts.matches()) {
            throw new BadHeader(HEADER);
        }
        return new Position(parts.group(1), parts.group(2), Long.parseLong(parts.group(3)));
    }
}
