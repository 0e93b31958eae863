package org.palabre.shared;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.axonframework.commandhandling.CommandExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * A command was understood and said no to. Carries its reason as exception details, because details (unlike exception
 * classes) survive the trip over a distributed command bus.
 */
public final class Refused extends CommandExecutionException {

    public Refused(Reason reason) {
        this(new Refusal(reason.code(), reason.kind(), null));
    }

    /** Says no to the value of one field, named as on the wire. */
    public static Refused field(String field, Reason reason) {
        return new Refused(new Refusal(reason.code(), reason.kind(), field));
    }

    /** Says no to the values of several fields, named as on the wire. */
    public static Refused fields(Map<String, ? extends Reason> reasons) {
        var refusals = reasons.entrySet().stream()
                .map(each -> field(each.getKey(), each.getValue()).refusal())
                .toList();
        return new Refused(refusals.getFirst().and(refusals.subList(1, refusals.size())));
    }

    /** Says the same no again. */
    public Refused(Refusal refusal) {
        super(refusal.code(), null, refusal, false);
    }

    /** What the caller is told. */
    public Refusal refusal() {
        return this.<Refusal>getDetails().orElseThrow();
    }

    /** Whether this is why. */
    public boolean is(Reason reason) {
        return reason.code().equals(getMessage());
    }

    /** Implemented by one enum per context. The constants' names, in lower case, are public: clients switch on them. */
    public interface Reason {

        String name();

        default Kind kind() {
            return Kind.CONFLICT;
        }

        default String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What sort of no it is; each has one HTTP status. */
    public enum Kind {
        INVALID,
        NOT_AUTHENTICATED,
        FORBIDDEN,
        NOT_FOUND,
        CONFLICT,
        VERSION_CONFLICT,
        UNPROCESSABLE,
        UNAVAILABLE
    }

    /** The reasons that belong to no context. */
    public enum Common implements Reason {
        INVALID(Kind.INVALID),
        NOT_AUTHENTICATED(Kind.NOT_AUTHENTICATED),
        EMAIL_NOT_VERIFIED(Kind.FORBIDDEN),
        FORBIDDEN(Kind.FORBIDDEN),
        NOT_FOUND(Kind.NOT_FOUND),
        CONFLICT(Kind.CONFLICT),
        IN_PROGRESS(Kind.CONFLICT),
        VERSION_CONFLICT(Kind.VERSION_CONFLICT),
        IDEMPOTENCY_KEY_REUSED(Kind.UNPROCESSABLE),
        UNAVAILABLE(Kind.UNAVAILABLE);

        private final Kind kind;

        Common(Kind kind) {
            this.kind = kind;
        }

        @Override
        public Kind kind() {
            return kind;
        }
    }

    /**
     * What the caller is told.
     *
     * @param code stable, in lower case
     * @param field the field it is about, named as on the wire, if it is about one
     * @param others what else there is to say about other fields
     */
    public record Refusal(String code, Kind kind, @Nullable String field, List<Refusal> others) {

        /** One that was stored before there could be others has none. */
        public Refusal {
            others = others == null ? List.of() : List.copyOf(others);
        }

        public Refusal(String code, Kind kind, @Nullable String field) {
            this(code, kind, field, List.of());
        }

        Refusal and(List<Refusal> others) {
            return new Refusal(code, kind, field, others);
        }
    }
}
