package org.palabre.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyTest {

    @TempDir
    private Path home;

    @Test
    void a_first_start_makes_a_key_that_only_its_owner_can_read() throws IOException {
        Path file = home.resolve("keys/master.key");

        MasterKey made = MasterKey.fromFileOrNew(file);

        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(MasterKey.fromFileOrNew(file).key()).isEqualTo(made.key());
        assertThat(file.getParent().toFile().list()).containsExactly("master.key");
    }

    @Test
    void a_key_of_another_length_is_refused() {
        assertThatThrownBy(() -> MasterKey.of("c2hvcnQ=")).isInstanceOf(IllegalArgumentException.class);
    }
}
