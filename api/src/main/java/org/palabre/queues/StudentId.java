package org.palabre.queues;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.palabre.shared.Ids;

/** Identifies a student's profile. It derives from the account, so that an account has at most one. */
public record StudentId(@JsonValue UUID value) {

    @JsonCreator
    public StudentId {}

    public static StudentId of(UUID account) {
        return new StudentId(Ids.derived("student", account));
    }

    public static StudentId of(String text) {
        return new StudentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
