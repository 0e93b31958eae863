package org.palabre.requests;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.palabre.eventstore.PersonalKeys;
import org.palabre.requests.RequestEvent.RequestAnswered;
import org.palabre.shared.AboutPerson;
import org.palabre.shared.Personal;
import org.palabre.shared.Refused;
import org.palabre.shared.Refused.Common;

/** Writes answers down so that they can be given again for a day, and never be read after two. */
class Answers {

    /** The day of an answer and the whole next one: by then it is more than 24 hours old. */
    private static final int DAYS_KEPT = 2;

    /** A platform that slept forgets what it should have forgotten meanwhile. */
    private static final int DAYS_LOOKED_BACK = 31;

    private final Serializer serializer;
    private final PersonalKeys keys;
    private final Clock clock;

    Answers(Serializer serializer, PersonalKeys keys, Clock clock) {
        this.serializer = serializer;
        this.keys = keys;
        this.clock = clock;
    }

    RequestAnswered write(String requestId, String fingerprint, @Nullable Object answer) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (answer == null) {
            return new RequestAnswered(requestId, fingerprint, null, null, now);
        }
        var written = serializer.serialize(answer, byte[].class);
        return new RequestAnswered(
                requestId,
                fingerprint,
                written.getType().getName(),
                Personal.of(
                        subject(now.atZone(ZoneOffset.UTC).toLocalDate()),
                        new String(written.getData(), StandardCharsets.UTF_8)),
                now);
    }

    /** What was answered; refused as not found if it is about somebody who was erased since. */
    @Nullable
    Object read(RequestAnswered answered) {
        if (answered.answerType() == null) {
            return null;
        }
        var text = Objects.requireNonNull(answered.answer()).orEmpty();
        Object answer = serializer.deserialize(new SimpleSerializedObject<>(
                text.getBytes(StandardCharsets.UTF_8), byte[].class, answered.answerType(), null));
        if (answer instanceof AboutPerson about && keys.destroyed(about.person())) {
            throw new Refused(Common.NOT_FOUND);
        }
        return answer;
    }

    /** Destroys the keys of the days whose answers nobody may ask for any more. */
    void forgetOld() {
        var today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        for (int days = DAYS_KEPT; days < DAYS_LOOKED_BACK; days++) {
            keys.destroy(subject(today.minusDays(days)));
        }
    }

    private static UUID subject(LocalDate day) {
        return UUID.nameUUIDFromBytes(("answers of " + day).getBytes(StandardCharsets.UTF_8));
    }
}
