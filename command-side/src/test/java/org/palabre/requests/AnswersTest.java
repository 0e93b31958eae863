package org.palabre.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.palabre.eventstore.EventSerializer;
import org.palabre.eventstore.PersonalKeys;
import org.palabre.handling.OnPostgres;
import org.palabre.requests.RequestEvent.RequestAnswered;
import org.palabre.shared.Refused.Common;
import org.palabre.shared.Refused.Refusal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

@OnPostgres
class AnswersTest {

    private static final Instant LATE = Instant.parse("2020-02-28T23:59:59Z");
    private static final Instant LATER = LATE.plus(Duration.ofDays(300));
    private static final Refusal ANSWER = new Refusal("name_taken", Common.CONFLICT.kind(), null);

    @Autowired
    @Qualifier("messageSerializer")
    private Serializer serializer;

    @Autowired
    private EventSerializer eventSerializer;

    @Autowired
    private PersonalKeys keys;

    @Test
    void an_answer_can_be_read_on_the_day_after() {
        var stored = eventSerializer.serialize(at(LATE).write("request-1", "print", ANSWER), byte[].class);

        at(LATE.plus(Duration.ofHours(24))).forgetOld();

        assertThat(at(LATE).read(stored(stored.getData()))).isEqualTo(ANSWER);
    }

    @Test
    void nobody_can_read_it_from_the_second_day_on_not_even_with_the_master_key() {
        var stored = eventSerializer.serialize(at(LATER).write("request-1", "print", ANSWER), byte[].class);

        at(LATER.plus(Duration.ofHours(24)).plusSeconds(1)).forgetOld();

        assertThat(stored(stored.getData()).answer().erased()).isTrue();
    }

    @Test
    void where_there_was_nothing_to_say_nothing_is_kept() {
        var answered = at(LATE).write("request-1", "print", null);

        assertThat(answered.answer()).isNull();
        assertThat(at(LATE).read(answered)).isNull();
    }

    private Answers at(Instant instant) {
        return new Answers(serializer, keys, Clock.fixed(instant, ZoneOffset.UTC));
    }

    private RequestAnswered stored(byte[] event) {
        return eventSerializer.deserialize(
                new SimpleSerializedObject<>(event, byte[].class, "requests.RequestAnswered", "1"));
    }
}
