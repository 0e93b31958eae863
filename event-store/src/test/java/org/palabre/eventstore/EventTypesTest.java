package org.palabre.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import elsewhere.eventstore.TwinEvent;
import java.util.List;
import org.axonframework.serialization.SimpleSerializedType;
import org.junit.jupiter.api.Test;
import org.palabre.eventstore.NoteEvent.NoteSigned;
import org.palabre.eventstore.NoteEvent.NoteWritten;

class EventTypesTest {

    private final EventTypes types = new EventTypes(List.of(NoteEvent.class));

    @Test
    void an_event_is_named_after_its_context_and_its_record() {
        assertThat(types.typeOf(NoteWritten.class)).isEqualTo(new SimpleSerializedType("eventstore.NoteWritten", "1"));
        assertThat(types.classOf("eventstore.NoteWritten")).contains(NoteWritten.class);
    }

    @Test
    void its_revision_is_the_annotated_one() {
        assertThat(types.typeOf(NoteSigned.class).getRevision()).isEqualTo("2");
    }

    @Test
    void two_events_of_one_name_are_refused() {
        assertThatThrownBy(() -> new EventTypes(List.of(NoteEvent.class, TwinEvent.class)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("eventstore.NoteWritten");
    }

    @Test
    void all_families_below_the_root_package_are_found() {
        assertThat(new EventTypes().all()).containsEntry("eventstore.NoteWritten", NoteWritten.class);
    }

    @Test
    void an_event_of_no_family_has_no_name() {
        assertThatThrownBy(() -> types.typeOf(TwinEvent.class)).isInstanceOf(IllegalArgumentException.class);
        assertThat(types.classOf("eventstore.NoteBurnt")).isEmpty();
    }
}
