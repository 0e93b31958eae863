package org.palabre.accounts.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {

    @ParameterizedTest
    @CsvSource({
        "2024-05-31 18:30:00.123456+00, 2024-05-31T18:30:00.123456Z",
        "2024-05-31 18:30:00+05:30,     2024-05-31T13:00:00Z",
        "2024-05-31 18:30:00-03,        2024-05-31T21:30:00Z",
        "2024-05-31 18:30:00.5,         2024-05-31T18:30:00.500Z",
        "2024-05-31T18:30:00Z,          2024-05-31T18:30:00Z",
        "2024-05-31T18:30:00.123456789, 2024-05-31T18:30:00.123456Z",
    })
    void a_moment_is_read_as_databases_write_it(String written, Instant moment) {
        assertThat(Moments.read(written)).contains(moment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "31/05/2024 18:30", "2024-05-31", "2024-02-30 18:30:00", "1717180200"})
    void what_is_none_is_not_read(String written) {
        assertThat(Moments.read(written)).isEmpty();
    }
}
