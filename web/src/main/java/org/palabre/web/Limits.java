package org.palabre.web;

import io.github.bucket4j.TimeMeter;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.palabre.shared.Actor;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;

/**
 * How often the API may be called. Each node counts for itself: docs/decisions/0023.
 */
public class Limits {

    /** A fair is one address for many. */
    private static final int PEOPLE_AT_AN_ADDRESS = 20;

    /** No address and no name is longer; what is remembered is not as long as what anybody sends. */
    private static final int LONGEST_NAME = 254;

    private record Call(Method call, String who) {}

    private final Limit callers;
    private final Limit addresses;
    private final Limit named;
    private final Limit addressesThatName;

    /**
     * @param requests a minute for each account; any number where it is 0
     * @param named a minute for each account or address that a {@link Limited} call names; any number where it is 0
     */
    Limits(int requests, int named, TimeMeter time) {
        this.callers = new Limit(requests, time);
        this.addresses = new Limit(requests * PEOPLE_AT_AN_ADDRESS, time);
        this.named = new Limit(named, time);
        this.addressesThatName = new Limit(named * PEOPLE_AT_AN_ADDRESS, time);
    }

    /** Whether the call is counted. Whether the platform is well, say, may be asked as often as one likes. */
    static boolean counts(HandlerMethod call) {
        var mapping = Objects.requireNonNull(call.getMethodAnnotation(RequestMapping.class));
        // a call with several addresses has one of the API's at least
        return Arrays.stream(mapping.path()).anyMatch(path -> path.startsWith("/api/"));
    }

    /** Counts a call for who makes it, or refuses it. */
    void take(HandlerMethod call, Caller caller) {
        if (call.hasMethodAnnotation(Limited.class)) {
            addressesThatName.take(new Call(call.getMethod(), caller.ip()));
        } else if (counts(call)) {
            switch (caller.actor()) {
                case Actor.Account account -> callers.take(account.id());
                case Actor.Company company -> callers.take(company.id());
                case Actor.Anyone _, Actor.Platform _ -> addresses.take(caller.ip());
            }
        }
    }

    /** Counts a {@link Limited} call for whom it is about, or refuses it. Names are the same in whatever case. */
    public void take(Method call, String about) {
        var name = about.strip().toLowerCase(Locale.ROOT);
        try {
            named.take(new Call(call, name.substring(0, Math.min(name.length(), LONGEST_NAME))));
        } catch (TooManyRequests refused) {
            // who hammers at one account does not shut out all others at the same address
            addressesThatName.giveBack(
                    new Call(call, Objects.requireNonNull(Caller.current()).ip()));
            throw refused;
        }
    }
}
