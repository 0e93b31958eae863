package org.palabre.gatherings.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
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

    private static final UUID ID = UUID.fromString("019a0000-0000-7000-8000-012345f1d2ab");

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
    void titles_that_others_have_end_like_the_id() {
        assertThat(take("Nuit du conte", ID)).isEqualTo("nuit-du-conte");
        assertThat(take("Nuit du conte", ID)).isEqualTo("nuit-du-conte-f1d2ab");
        assertThat(take("Nuit du conte", UUID.fromString("019a0000-0000-7000-8000-111111f1d2ab")))
                .isEqualTo("nuit-du-conte-1f1d2ab");
    }

    @Test
    void no_slug_looks_like_an_id() {
        assertThat(take(ID.toString(), ID)).isEqualTo(ID + "-f1d2ab");
    }

    private String take(String title) {
        return take(title, Ids.next());
    }

    private String take(String title, UUID owner) {
        var work = DefaultUnitOfWork.startAndGet(GenericCommandMessage.asCommandMessage("take"));
        return work.executeWithResult(() -> slugs.take("event", title, owner)).getPayload();
    }
}
