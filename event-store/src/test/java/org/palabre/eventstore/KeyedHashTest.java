package org.palabre.eventstore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class KeyedHashTest {

    @Test
    void it_is_the_one_that_everybody_knows() {
        // RFC 4231, test case 2
        assertThat(new KeyedHash("Jefe".getBytes(UTF_8)).of("what do ya want for nothing?"))
                .isEqualTo(HexFormat.of().parseHex("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"));
    }

    @Test
    void it_shows_nothing_of_its_key() {
        assertThat(new KeyedHash("Jefe".getBytes(UTF_8))).hasToString("KeyedHash");
    }
}
