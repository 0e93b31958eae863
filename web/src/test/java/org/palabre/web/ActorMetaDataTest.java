package org.palabre.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.palabre.shared.Actor;
import org.palabre.shared.Actor.Role;
import org.palabre.shared.Ids;

class ActorMetaDataTest {

    @ParameterizedTest
    @MethodSource("everyone")
    void an_actor_arrives_as_it_left(Actor actor) {
        assertThat(ActorMetaData.read(MetaData.from(ActorMetaData.of(actor)))).isEqualTo(actor);
    }

    @Test
    void a_message_of_nobody_s_is_anyone_s() {
        assertThat(ActorMetaData.read(MetaData.emptyInstance())).isEqualTo(new Actor.Anyone());
    }

    static Stream<Actor> everyone() {
        return Stream.of(
                new Actor.Anyone(),
                new Actor.Platform(),
                new Actor.Company(Ids.next(), "hash"),
                new Actor.Account(Ids.next(), Ids.next(), false, Set.of()),
                new Actor.Account(Ids.next(), Ids.next(), true, Set.of(Role.values())));
    }
}
