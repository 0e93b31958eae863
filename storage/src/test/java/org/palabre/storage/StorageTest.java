package org.palabre.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.ByteArrayResource;

/** What every storage promises, wherever it keeps its files. */
@ParameterizedClass
@EnumSource
class StorageTest {

    enum Kind {
        DISK,
        S3
    }

    @TempDir
    static Path directory;

    static S3Server s3;

    private final Storage storage;
    private final FileKey owner = FileKey.of("accounts", UUID.randomUUID());

    StorageTest(Kind kind) {
        storage = switch (kind) {
            case DISK -> new DiskStorage(directory.resolve("files"));
            case S3 -> s3.storage();
        };
    }

    @BeforeAll
    static void start() {
        s3 = new S3Server();
    }

    @AfterAll
    static void stop() {
        s3.close();
    }

    @Test
    void a_file_comes_back_as_it_went() throws IOException {
        var bytes = new byte[300_000];
        new Random(1).nextBytes(bytes);
        var key = owner.below("photo").below(UUID.randomUUID() + "-small");

        storage.store(key, "image/jpeg", new ByteArrayResource(bytes));

        var file = storage.find(key).orElseThrow();
        assertThat(file.mediaType()).isEqualTo("image/jpeg");
        assertThat(file.size()).isEqualTo(bytes.length);
        try (var content = file.open()) {
            assertThat(content.readAllBytes()).isEqualTo(bytes);
        }
    }

    @Test
    void any_part_of_it_can_be_read() throws IOException {
        store(owner.below("note"), "0123456789");
        var file = storage.find(owner.below("note")).orElseThrow();

        assertThat(text(file.open(0, 1))).isEqualTo("0");
        assertThat(text(file.open(3, 4))).isEqualTo("3456");
        assertThat(text(file.open(9, 1))).isEqualTo("9");
        assertThat(text(file.open(0, 10))).isEqualTo("0123456789");
        assertThat(text(file.open(5, 0))).isEmpty();
        try (var part = file.open(2, 3)) {
            assertThat(part.read()).isEqualTo('2');
            assertThat(part.skip(1)).isEqualTo(1);
            assertThat(part.read()).isEqualTo('4');
            assertThat(part.read()).isEqualTo(-1);
            assertThat(part.read(new byte[5])).isEqualTo(-1);
        }
    }

    @Test
    void an_empty_file_is_one() throws IOException {
        store(owner.below("nothing"), "");

        var file = storage.find(owner.below("nothing")).orElseThrow();

        assertThat(file.size()).isZero();
        assertThat(text(file.open())).isEmpty();
    }

    @Test
    void what_was_not_stored_is_not_there() {
        assertThat(storage.find(owner.below("note"))).isEmpty();
        store(owner.below("note"), "a");
        assertThat(storage.find(owner)).isEmpty();
        assertThat(storage.find(owner.below("not"))).isEmpty();
    }

    @Test
    void a_file_takes_the_place_of_the_one_before() throws IOException {
        store(owner.below("note"), "before");
        storage.store(owner.below("note"), "text/markdown", new ByteArrayResource("after".getBytes()));

        var file = storage.find(owner.below("note")).orElseThrow();

        assertThat(file.mediaType()).isEqualTo("text/markdown");
        assertThat(text(file.open())).isEqualTo("after");
    }

    @Test
    void a_deleted_file_is_gone_and_may_be_deleted_again() {
        store(owner.below("one"), "1");
        store(owner.below("two"), "2");

        storage.delete(owner.below("one"));
        storage.delete(owner.below("one"));

        assertThat(storage.find(owner.below("one"))).isEmpty();
        assertThat(storage.find(owner.below("two"))).isPresent();
    }

    @Test
    void everything_of_an_owner_goes_at_once_and_nothing_of_others() {
        var other = FileKey.of(owner + "0");
        store(owner.below("photo").below("small"), "1");
        store(owner.below("photo").below("large"), "2");
        store(owner.below("media"), "3");
        store(other.below("media"), "4");

        storage.deleteBelow(owner);
        storage.deleteBelow(owner);

        assertThat(storage.find(owner.below("photo").below("small"))).isEmpty();
        assertThat(storage.find(owner.below("photo").below("large"))).isEmpty();
        assertThat(storage.find(owner.below("media"))).isEmpty();
        assertThat(storage.find(other.below("media"))).isPresent();
        store(owner.below("media"), "again");
        assertThat(storage.find(owner.below("media"))).isPresent();
    }

    @Test
    void a_file_that_breaks_off_is_not_stored() {
        var broken = new AbstractResource() {

            @Override
            public String getDescription() {
                return "breaks off";
            }

            @Override
            public long contentLength() {
                return 100;
            }

            @Override
            public InputStream getInputStream() {
                return new InputStream() {

                    private int left = 50;

                    @Override
                    public int read() throws IOException {
                        if (left == 0) {
                            throw new IOException("gone");
                        }
                        left--;
                        return 'x';
                    }
                };
            }
        };

        assertThatThrownBy(() -> storage.store(owner.below("half"), "text/plain", broken))
                .isInstanceOf(StorageUnavailable.class);
        assertThat(storage.find(owner.below("half"))).isEmpty();
    }

    private void store(FileKey key, String text) {
        storage.store(key, "text/plain", new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(InputStream content) throws IOException {
        try (content) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
