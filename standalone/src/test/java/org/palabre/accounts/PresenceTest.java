package org.palabre.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.palabre.platform.Patience.await;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.palabre.platform.Client;
import org.palabre.platform.Fair;
import org.palabre.platform.Fair.Person;
import org.palabre.platform.Listener;
import org.palabre.platform.OnePlatform;
import org.palabre.platform.Platform;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;

/** Whether somebody is there, and when they were last: for their own eyes. */
@ExtendWith(OnePlatform.class)
class PresenceTest {

    private final Platform platform;
    private final Fair fair;
    private final Client admin;

    PresenceTest(Platform platform, Fair fair, Person admin) {
        this.platform = platform;
        this.fair = fair;
        this.admin = admin.client();
    }

    @Test
    void one_is_there_from_the_first_socket_to_the_last() {
        var awa = fair.account("Awa");
        assertThat(me(awa).get("online").asBoolean()).isFalse();
        assertThat(me(awa).get("last_seen").isNull()).isTrue();
        var version = awa.client().get("/api/auth/me").header("ETag");

        try (var first = Listener.at("/ws/live", awa.client())) {
            await().until(() -> isOnline(awa));
            try (var _ = Listener.at("/ws/notifications", awa.client())) {
                first.close();
                var other = fair.account("Issa");
                try (var _ = Listener.at("/ws/live", other.client())) {
                    // told after Awa's first socket was closed
                    await().until(() -> isOnline(other));
                }
                assertThat(isOnline(awa)).isTrue();
            }
        }
        var before = Instant.now();
        await().until(() -> !isOnline(awa));

        assertThat(Instant.parse(me(awa).get("last_seen").asString()))
                .isBetween(before.minus(Duration.ofMinutes(1)), Instant.now());
        assertThat(awa.client().get("/api/auth/me").header("ETag")).isEqualTo(version);
    }

    @Test
    void others_do_not_see_it_not_even_admins() {
        var awa = fair.account("Awa");
        var issa = fair.account("Issa");
        issa.client().post("/api/users/%s/follow".formatted(awa.id())).is(204);
        try (var _ = Listener.at("/ws/live", awa.client());
                var _ = Listener.at("/ws/live", issa.client())) {
            await().until(() -> isOnline(awa) && isOnline(issa));
            var profile = "/api/users/" + awa.id();

            assertThat(shown(awa.client().get(profile).is(200).json())).isTrue();
            assertThat(shown(issa.client().get(profile).is(200).json())).isFalse();
            assertThat(shown(fair.anyone().get(profile).is(200).json())).isFalse();
            assertThat(shown(admin.get("/api/admin/users?search=" + awa.email())
                            .is(200)
                            .json()
                            .at("/results/0")))
                    .isFalse();
            assertThat(shown(admin.post("/api/admin/users/%s/verify".formatted(awa.id()))
                            .is(200)
                            .json()))
                    .isFalse();

            var followers = profile + "/followers";
            assertThat(shown(issa.client().get(followers).is(200).json().at("/results/0")))
                    .isTrue();
            assertThat(shown(awa.client().get(followers).is(200).json().at("/results/0")))
                    .isFalse();
        }
    }

    @Test
    void whoever_was_connected_to_a_node_that_died_is_gone_when_its_lease_ends() {
        var awa = fair.account("Awa");
        var database = JdbcClient.create(new DriverManagerDataSource(platform.database()));
        var told = "insert into presence (account_id, node, here, seen_at) values (?, ?, true, now() - ?::interval)";

        database.sql(told)
                .params(UUID.fromString(awa.id()), "another", "89 seconds")
                .update();
        assertThat(isOnline(awa)).isTrue();
        database.sql("update presence set seen_at = now() - interval '91 seconds' where account_id = ?")
                .param(UUID.fromString(awa.id()))
                .update();
        assertThat(isOnline(awa)).isFalse();
        assertThat(me(awa).get("last_seen").isNull()).isFalse();

        try (var _ = Listener.at("/ws/live", awa.client())) {
            await().until(() -> isOnline(awa));
            assertThat(database.sql("select count(*) from presence where account_id = ?")
                            .param(UUID.fromString(awa.id()))
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
        }
    }

    private static JsonNode me(Person person) {
        return person.client().get("/api/auth/me").is(200).json();
    }

    private static boolean isOnline(Person person) {
        return me(person).get("online").asBoolean();
    }

    /** Whether it tells that somebody is there, and since when they were seen. */
    private static boolean shown(JsonNode profile) {
        var online = profile.get("online").asBoolean();
        assertThat(profile.get("last_seen").isNull()).isEqualTo(!online);
        return online;
    }
}
