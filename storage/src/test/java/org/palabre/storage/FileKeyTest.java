package org.palabre.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileKeyTest {

    @Test
    void a_key_begins_with_its_owner() {
        var id = UUID.randomUUID();

        assertThat(FileKey.of("accounts", id).below("photo").below("small"))
                .isEqualTo(new FileKey("accounts/" + id + "/photo/small"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "a/",
                "/a",
                "a//b",
                "..",
                "a/../b",
                "a/./b",
                "a.b",
                "A",
                "a b",
                "a\\b",
                "a\0",
                "a\n",
                "é",
                "%2e%2e",
                "a/b/c/d/e/f/g/h/i/j/k"
            })
    void what_means_something_to_a_file_system_is_no_key(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new FileKey(text));
    }

    @Test
    void a_name_has_its_length() {
        assertThatIllegalArgumentException().isThrownBy(() -> FileKey.of("a".repeat(101)));
    }
}
