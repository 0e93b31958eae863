package org.palabre.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.Test;

class AheadOfEventsTest {

    private final List<String> story = new ArrayList<>();
    private final UnitOfWork<?> work = DefaultUnitOfWork.startAndGet(new GenericCommandMessage<>("command"));

    @Test
    void the_database_commits_just_before_the_events() {
        work.attachTransaction(new AheadOfEvents(this::begin));
        append();

        work.commit();

        assertThat(story).startsWith("events prepared", "committed", "events stored");
        assertThat(story).doesNotContain("rolled back");
    }

    @Test
    void without_events_it_commits_all_the_same() {
        work.attachTransaction(new AheadOfEvents(this::begin));

        work.commit();

        assertThat(story).contains("committed");
    }

    @Test
    void what_fails_before_leaves_nothing() {
        work.attachTransaction(new AheadOfEvents(this::begin));
        append();

        work.rollback();

        assertThat(story).containsExactly("rolled back");
    }

    /** As Axon Server's client does it: events are sent while preparing, and stored when committing. */
    private void append() {
        work.onPrepareCommit(preparing -> {
            story.add("events prepared");
            preparing.onCommit(_ -> story.add("events stored"));
        });
    }

    private Transaction begin() {
        return new Transaction() {

            @Override
            public void commit() {
                story.add("committed");
            }

            @Override
            public void rollback() {
                story.add("rolled back");
            }
        };
    }
}
