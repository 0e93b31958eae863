package org.palabre.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palabre.platform.Listener;
import org.palabre.platform.Platform;

/** Sockets that end without their owners' wish. */
class FarewellTest {

    @TempDir
    static Path home;

    private static Platform platform;

    @BeforeAll
    static void start() {
        platform = Platform.start(home, Map.of("PALABRE_SESSION_CHECK_EVERY", "1h"));
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @BeforeEach
    void comeBack() {
        platform.start();
    }

    @Test
    void who_is_connected_is_asked_to_come_back() {
        var admin = platform.admin().client();
        var live = Listener.at("/ws/live", admin).follow("fair-overview", "{}");
        var news = Listener.at("/ws/notifications", admin).ready();
        live.await(1);

        platform.stop();

        assertThat(live.closeCode()).isEqualTo(1001);
        assertThat(news.closeCode()).isEqualTo(1001);
    }

    @Test
    void a_company_whose_token_is_replaced_is_shown_out_at_once_and_not_in_the_next_round() {
        var admin = platform.admin();
        var renewed = platform.fair().company(admin, "Jeton Neuf", 1);
        var untouched = platform.fair().company(admin, "Jeton Ancien", 1);
        var board = Listener.at("/ws/live", renewed.client())
                .follow("company-board", "{\"company_id\":\"" + renewed.id() + "\"}");
        var other = Listener.at("/ws/live", untouched.client())
                .follow("company-board", "{\"company_id\":\"" + untouched.id() + "\"}");
        board.await(1);
        other.await(1);

        admin.client()
                .post("/api/admin/companies/" + renewed.id() + "/regenerate-token")
                .is(200);

        assertThat(board.closeCode()).isEqualTo(4401);
        other.follow("company-board", "{\"company_id\":\"" + untouched.id() + "\"}")
                .await(2);
    }
}
