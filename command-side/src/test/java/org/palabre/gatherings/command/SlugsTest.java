package org.palabre.gatherings.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.palabre.claims.ClaimsInMemory;
import org.palabre.shared.Ids;

class SlugsTest {

    private final Slugs slugs = new Slugs(ClaimsInMemory.on(EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build()));

    @ParameterizedTest
    @CsvSource({
        "Été à l'École, ete-a-l-ecole",
        "'  Nuit   du conte ! ', nuit-du-conte",
        "FÊTE — 2030, fete-2030",
        "Ñandú/Çâlın, nandu-cal-n",
        "100 %, 100",
        "!!!, event",
        "شجرة, event"
    })
    void a_slug_has_letters_digits_and_dashes(String title, String slug) {
        assertThat(take(title)).isEqualTo(slug);
    }

    @Test
    void titles_that_others_have_are_numbered() {
        for (var number = 1; number <= 20; number++) {
            assertThat(take("Nuit du conte")).isEqualTo(number == 1 ? "nuit-du-conte" : "nuit-du-conte-" + number);
        }
    }

    @Test
    void no_slug_looks_like_an_id() {
        var id = Ids.next().toString();

        assertThat(take(id)).isEqualTo(id + "-2");
    }

    private String take(String title) {
        var work = DefaultUnitOfWork.startAndGet(GenericCommandMessage.asCommandMessage("take"));
        return work.executeWithResult(() -> slugs.take("event", title, Ids.next()))
                .getPayload();
    }
}
