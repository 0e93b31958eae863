package org.palabre.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.palabre.eventstore.TestStore.event;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.palabre.eventstore.NoteEvent.NoteSigned;
import org.palabre.shared.Ids;
import org.palabre.shared.Personal;

class PersonalDataTest {

    private static final String CANARY = "Ada Lovelace of Marylebone";

    @AutoClose
    private final TestStore test = new TestStore();

    private final UUID ada = Ids.next();

    @Test
    void no_row_shows_what_is_personal_and_every_reader_does() {
        publishCanary();

        assertThat(test.jdbc.queryForObject("""
                        select count(*) from event
                        where encode(payload, 'escape') like '%' || ? || '%'
                           or encode(metadata, 'escape') like '%' || ? || '%'""", Long.class, "Lovelace", "Lovelace"))
                .isZero();
        assertThat(read(test)).isEqualTo(Personal.of(ada, CANARY));
        assertThat(readMetaData(test)).isEqualTo(Personal.of(ada, CANARY));
    }

    @Test
    void it_is_erased_for_all_readers_once_the_key_is_destroyed() {
        publishCanary();
        try (TestStore another = test.another()) {
            assertThat(read(another).erased()).isFalse();

            test.transactions.executeWithoutResult(_ -> test.keys.destroy(ada));

            assertThat(read(test)).isEqualTo(new Personal(ada, null));
            assertThat(readMetaData(test)).isEqualTo(new Personal(ada, null));
            await().atMost(5, TimeUnit.SECONDS).until(() -> read(another).erased());
        }
    }

    @Test
    void streams_soon_forget_what_was_erased() throws InterruptedException {
        try (var first = test.store.openStream(null)) {
            publishCanary();
            assertThat(((NoteSigned) first.nextAvailable().getPayload())
                            .author()
                            .erased())
                    .isFalse();

            test.transactions.executeWithoutResult(_ -> test.keys.destroy(ada));

            await().atMost(5, TimeUnit.SECONDS).until(() -> {
                try (var later = test.store.openStream(null)) {
                    return ((NoteSigned) later.nextAvailable().getPayload())
                            .author()
                            .erased();
                }
            });
        }
    }

    @Test
    void a_destroyed_subject_gets_no_other_key() {
        test.transactions.executeWithoutResult(_ -> test.keys.destroy(ada));

        publishCanary();

        assertThat(test.keys.encrypt(ada, CANARY)).isNull();
        assertThat(read(test).erased()).isTrue();
    }

    @Test
    void a_key_whose_transaction_rolled_back_is_forgotten() {
        test.transactions.executeWithoutResult(transaction -> {
            String cipher = test.keys.encrypt(ada, CANARY);
            assertThat(test.keys.decrypt(ada, cipher)).contains(CANARY);
            transaction.setRollbackOnly();
        });

        publishCanary();

        try (TestStore another = test.another()) {
            assertThat(read(another)).isEqualTo(Personal.of(ada, CANARY));
        }
    }

    @Test
    void a_destruction_that_is_rolled_back_destroys_nothing() {
        publishCanary();
        test.transactions.executeWithoutResult(transaction -> {
            test.keys.destroy(ada);
            assertThat(read(test).erased()).isTrue();
            transaction.setRollbackOnly();
        });

        assertThat(read(test)).isEqualTo(Personal.of(ada, CANARY));
    }

    @Test
    void two_first_uses_at_once_end_with_one_key() throws Exception {
        try (TestStore another = test.another();
                var threads = Executors.newFixedThreadPool(2)) {
            var bothHaveBegun = new CyclicBarrier(2);
            var first = threads.submit(() -> encryptTogether(test, bothHaveBegun));
            var second = threads.submit(() -> encryptTogether(another, bothHaveBegun));

            String cipher = first.get();
            assertThat(another.keys.decrypt(ada, cipher)).contains(CANARY);
            cipher = second.get();
            assertThat(test.keys.decrypt(ada, cipher)).contains(CANARY);
        }
    }

    private String encryptTogether(TestStore store, CyclicBarrier bothHaveBegun) throws Exception {
        return store.transactions.execute(_ -> {
            try {
                bothHaveBegun.await(1, TimeUnit.MINUTES);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            return store.keys.encrypt(ada, CANARY);
        });
    }

    private void publishCanary() {
        Personal canary = Personal.of(ada, CANARY);
        test.publish(event("note", 0, new NoteSigned(canary, Instant.EPOCH)).andMetaData(Map.of("ip", canary)));
    }

    private static Personal read(TestStore store) {
        return ((NoteSigned) stored(store).getPayload()).author();
    }

    private static Personal readMetaData(TestStore store) {
        return (Personal) stored(store).getMetaData().get("ip");
    }

    private static DomainEventMessage<?> stored(TestStore store) {
        return store.engine.readEvents("note").next();
    }
}
