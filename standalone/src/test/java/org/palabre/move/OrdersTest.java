package org.palabre.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palabre.platform.OneShape;

@OneShape("it starts no platform")
class OrdersTest {

    private static final String SERVER = "--axon-server=axon.example.org:8124";
    private static final String DATABASE =
            "--database=jdbc:postgresql://db.example.org/palabre?user=palabre&password=secret";

    @Test
    void says_where_to() {
        var orders = Orders.of(List.of(SERVER, DATABASE), Map.of());

        assertThat(orders.axonServer()).isEqualTo("axon.example.org:8124");
        assertThat(orders.database().user()).isEqualTo("palabre");
        assertThat(orders.database().password()).isEqualTo("secret");
    }

    @Test
    void knows_the_port_that_axon_server_usually_has() {
        assertThat(Orders.of(List.of("--axon-server=localhost", DATABASE), Map.of())
                        .axonServer())
                .isEqualTo("localhost:8124");
    }

    @Test
    void takes_who_may_write_from_the_environment_first() {
        var orders = Orders.of(
                List.of(SERVER, DATABASE),
                Map.of("PALABRE_MOVE_USERNAME", "mover", "PALABRE_MOVE_PASSWORD", "another secret"));

        assertThat(orders.database().user()).isEqualTo("mover");
        assertThat(orders.database().password()).isEqualTo("another secret");
        assertThat(orders.database().url())
                .doesNotContain("secret")
                .startsWith("jdbc:postgresql://db.example.org/palabre");
    }

    @Test
    void shows_no_secret() {
        assertThat(Orders.of(List.of(SERVER, DATABASE), Map.of()).toString()).doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--axon-server=",
                "--axon-server=host:0",
                "--axon-server=host:65536",
                "--axon-server=host:port",
                "--axon-server=http://host:8124",
                "--axon-server=one,another"
            })
    void refuses_an_address_that_is_none(String server) {
        assertThatThrownBy(() -> Orders.of(List.of(server, DATABASE), Map.of())).isInstanceOf(CannotMove.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--database=",
                "--database=db.example.org",
                "--database=jdbc:mysql://db.example.org/palabre",
                "--database=jdbc:postgresql://db.example.org:port/palabre?user=palabre"
            })
    void refuses_a_database_that_is_none(String database) {
        assertThatThrownBy(() -> Orders.of(List.of(SERVER, database), Map.of())).isInstanceOf(CannotMove.class);
    }

    @Test
    void asks_who_may_write() {
        assertThatThrownBy(() -> Orders.of(List.of(SERVER, "--database=jdbc:postgresql://db/palabre"), Map.of()))
                .isInstanceOf(CannotMove.class)
                .hasMessageContaining("PALABRE_MOVE_USERNAME");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--databse=jdbc:postgresql://db/palabre?password=secret", "secret", "--axon-server", SERVER})
    void refuses_what_it_does_not_know_and_repeats_no_value(String argument) {
        assertThatThrownBy(() -> Orders.of(List.of(SERVER, DATABASE, argument), Map.of()))
                .isInstanceOf(CannotMove.class)
                .hasMessageNotContaining("password");
    }

    @Test
    void refuses_a_value_without_end() {
        assertThatThrownBy(() -> Orders.of(List.of(SERVER, DATABASE + "x".repeat(2_000)), Map.of()))
                .isInstanceOf(CannotMove.class);
    }
}
