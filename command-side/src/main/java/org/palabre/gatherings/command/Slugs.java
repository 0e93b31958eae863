package org.palabre.gatherings.command;

import java.text.Normalizer;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.axonframework.modelling.command.ConcurrencyException;
import org.palabre.claims.Claims;
import org.palabre.shared.Refused;
import org.palabre.shared.Refused.Common;
import org.springframework.stereotype.Component;

/** Names in addresses, each of which one thing of its kind has for ever. */
@Component
class Slugs {

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Claims claims;

    Slugs(Claims claims) {
        this.claims = claims;
    }

    /**
     * Takes the slug that a title makes, with a number if others have it.
     *
     * @param kind among which it is unique, and what a title without letters is called
     */
    String take(String kind, String title, UUID owner) {
        var slug = free(kind, of(title, kind));
        try {
            claims.take(claim(kind), slug, owner, Common.CONFLICT);
        } catch (Refused taken) {
            throw new ConcurrencyException("Somebody else took the slug just now", taken);
        }
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

    /** Numbers are given in order, so that a free one is found by halving, however many are taken. */
    private String free(String kind, String slug) {
        if (!taken(kind, slug)) {
            return slug;
        }
        var taken = 1;
        var free = 2;
        while (taken(kind, slug + "-" + free)) {
            taken = free;
            free *= 2;
        }
        while (free - taken > 1) {
            var middle = (taken + free) / 2;
            if (taken(kind, slug + "-" + middle)) {
                taken = middle;
            } else {
                free = middle;
            }
        }
        return slug + "-" + free;
    }

    /** What looks like an id is nobody's slug. */
    private boolean taken(String kind, String slug) {
        return UUID_FORM.matcher(slug).matches()
                || claims.owner(claim(kind), slug).isPresent();
    }

    private static String claim(String kind) {
        return kind + "-slug";
    }
}
