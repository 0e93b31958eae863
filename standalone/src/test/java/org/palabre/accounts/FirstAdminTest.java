package org.palabre.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.palabre.platform.Patience.await;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palabre.platform.Answer;
import org.palabre.platform.Client;
import org.palabre.platform.Fair;
import org.palabre.platform.Platform;

/** A platform that was started without an admin. */
class FirstAdminTest {

    private static final Pattern LINK = Pattern.compile("/setup\\?token=([\\w-]+)\\s");

    @TempDir
    static Path home;

    @Test
    void whoever_has_the_link_becomes_the_first_admin_and_nobody_after() {
        try (var platform = Platform.start(home, Map.of("PALABRE_ADMIN_EMAIL", "", "PALABRE_ADMIN_PASSWORD", ""))) {
            var anyone = platform.anyone();
            var first = link(platform);
            anyone.get("/setup?token=" + first).is(200);
            setUp(anyone, "wrong", "first@example.org").refuses(404, "not_found");
            anyone.post("/api/setup", Map.of("token", first)).refuses(400, "invalid");

            var answer = setUp(anyone, first, "first@example.org").is(201);
            assertThat(answer.json().at("/user/roles").toString()).isEqualTo("[\"admin\"]");
            assertThat(answer.text("user.email_verified")).isEqualTo("true");
            anyone.as(answer.text("access")).get("/api/admin/stats").is(200);

            setUp(anyone, first, "second@example.org").refuses(404, "not_found");
            anyone.post("/api/auth/login", Map.of("login", "second@example.org", "password", Fair.PASSWORD))
                    .refuses(401, "invalid_credentials");
        }
    }

    private static String link(Platform platform) {
        await().until(() -> LINK.matcher(platform.log()).find());
        var link = LINK.matcher(platform.log());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private static Answer setUp(Client anyone, String token, String email) {
        return anyone.post(
                "/api/setup",
                new HashMap<>(Map.of(
                        "token",
                        token,
                        "email",
                        email,
                        "password",
                        Fair.PASSWORD,
                        "password_confirm",
                        Fair.PASSWORD,
                        "first_name",
                        "Première",
                        "last_name",
                        "Admin")));
    }
}
