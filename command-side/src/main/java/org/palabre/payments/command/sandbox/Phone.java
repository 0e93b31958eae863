package org.palabre.payments.command.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What somebody with a telephone does who is asked for money; the number's last two digits tell which it is. */
enum Phone {
    ACCEPTS,
    ACCEPTS_AFTER_A_SECOND,
    REFUSES,
    NEVER_ANSWERS,
    ACCEPTS_AND_NOBODY_HEARS,
    ACCEPTS_AND_ALL_HEAR_THREE_TIMES,
    ACCEPTS_TOO_LATE;

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration TOO_LATE = Duration.ofSeconds(5);

    static Phone of(String telephone) {
        return switch (telephone.substring(Math.max(0, telephone.length() - 2))) {
            case "01" -> ACCEPTS_AFTER_A_SECOND;
            case "02" -> REFUSES;
            case "03" -> NEVER_ANSWERS;
            case "04" -> ACCEPTS_AND_NOBODY_HEARS;
            case "05" -> ACCEPTS_AND_ALL_HEAR_THREE_TIMES;
            case "06" -> ACCEPTS_TOO_LATE;
            default -> ACCEPTS;
        };
    }

    /**
     * When it answers, if ever.
     *
     * @param holdEnds when the purchase waits no more
     */
    Optional<Instant> answers(Instant now, Instant holdEnds) {
        return switch (this) {
            case NEVER_ANSWERS -> Optional.empty();
            case ACCEPTS_AFTER_A_SECOND -> Optional.of(now.plus(SECOND));
            case ACCEPTS_TOO_LATE -> Optional.of(holdEnds.plus(TOO_LATE));
            case ACCEPTS, REFUSES, ACCEPTS_AND_NOBODY_HEARS, ACCEPTS_AND_ALL_HEAR_THREE_TIMES -> Optional.of(now);
        };
    }

    boolean accepts() {
        return this != REFUSES;
    }

    /** How often the platform is told of it. */
    int webhooks() {
        return switch (this) {
            case ACCEPTS_AND_NOBODY_HEARS, NEVER_ANSWERS -> 0;
            case ACCEPTS_AND_ALL_HEAR_THREE_TIMES -> 3;
            case ACCEPTS, ACCEPTS_AFTER_A_SECOND, REFUSES, ACCEPTS_TOO_LATE -> 1;
        };
    }
}
