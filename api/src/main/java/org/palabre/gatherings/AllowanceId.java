package org.palabre.gatherings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.UUID;
import org.palabre.accounts.AccountId;
import org.palabre.shared.Ids;

/** Identifies what an organiser's plan allows in one period; it derives from the two. */
public record AllowanceId(@JsonValue UUID value) {

    @JsonCreator
    public AllowanceId {}

    /**
     * The allowance of one period.
     *
     * @param since when the period began
     */
    public static AllowanceId of(AccountId organiser, Instant since) {
        return new AllowanceId(Ids.derived("allowance:" + since, organiser.value()));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
