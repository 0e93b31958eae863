package org.palabre.gatherings.command;

import java.text.Normalizer;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.palabre.claims.Claims;
import org.palabre.shared.Refused;
import org.palabre.shared.Refused.Common;
import org.springframework.stereotype.Component;

/** Names in addresses, each of which one thing of its kind has for ever. */
@Component
class Slugs {

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int SHORTEST_END = 6;

    private final Claims claims;

    Slugs(Claims claims) {
        this.claims = claims;
    }

    /**
     * Takes the slug that a title makes, with the end of the owner's id if others have it.
     *
     * @param kind among which it is unique, and what a title without letters is called
     */
    String take(String kind, String title, UUID owner) {
        var slug = free(kind, of(title, kind), owner.toString().replace("-", ""));
        claims.takeFirst(claim(kind), slug, owner);
        return slug;
    }

    /** In lower case without accents, and with dashes for all that is neither letter nor digit. */
    static String of(String title, String otherwise) {
        var slug = Normalizer.normalize(title.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return slug.isEmpty() ? otherwise : slug;
    }

    /** The end of the owner's id tells slugs apart, so that those who like the same title do not wait for each other. */
    private String free(String kind, String slug, String id) {
        return Stream.concat(
                        Stream.of(slug),
                        IntStream.rangeClosed(SHORTEST_END, id.length())
                                .mapToObj(length -> slug + "-" + id.substring(id.length() - length)))
                .filter(name -> !taken(kind, name))
                .findFirst()
                .orElseThrow(() -> new Refused(Common.CONFLICT));
    }

    /** What looks like an id is nobody's slug. */
    private boolean taken(String kind, String slug) {
        return UUID_FORM.matcher(slug).matches() || !claims.untouched(claim(kind), slug);
    }

    private static String claim(String kind) {
        return kind + "-slug";
    }
}
