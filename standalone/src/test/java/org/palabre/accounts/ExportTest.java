package org.palabre.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.palabre.platform.Client;
import org.palabre.platform.Fair;
import org.palabre.platform.Fair.Person;
import org.palabre.platform.OnePlatform;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who wants to know what is held about them. */
@ExtendWith(OnePlatform.class)
class ExportTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Fair fair;
    private final Person admin;

    ExportTest(Fair fair, Person admin) {
        this.fair = fair;
        this.admin = admin;
    }

    @Test
    void all_that_is_held_about_me_and_nothing_private_of_others() throws Exception {
        var person = fair.student("Exporté");
        var friend = fair.account("Amie");
        var me = person.client();
        me.patch("/api/users/me", Map.of("bio", "À emporter")).is(200);
        me.post("/api/users/me/push-tokens", Map.of("token", "mon-telephone", "platform", "ios"))
                .is(204);
        friend.client().post("/api/users/" + person.id() + "/follow").is(204);
        fair.join(person, fair.company(admin, "Export SA", 1));
        fair.anyone()
                .post("/api/auth/login", Map.of("login", person.email(), "password", "wrong"))
                .is(401);

        var files = export(me);
        assertThat(files)
                .containsOnlyKeys(
                        "account.json",
                        "sessions.json",
                        "login-attempts.json",
                        "followers.json",
                        "following.json",
                        "student.json",
                        "inscriptions.json",
                        "gatherings.json",
                        "participations.json",
                        "orders.json",
                        "tickets.json",
                        "payments.json",
                        "subscriptions.json",
                        "notification-preferences.json",
                        "push-tokens.json");
        assertThat(files.get("account.json").get("bio").asString()).isEqualTo("À emporter");
        assertThat(files.get("account.json").get("email").asString()).isEqualTo(person.email());
        assertThat(files.get("sessions.json")).hasSize(1);
        assertThat(files.get("login-attempts.json").get(0).get("outcome").asString())
                .isEqualTo("invalid_credentials");
        assertThat(files.get("inscriptions.json").get(0).at("/company/name").asString())
                .isEqualTo("Export SA");
        assertThat(files.get("push-tokens.json").get(0).get("token").asString()).isEqualTo("mon-telephone");
        assertThat(files.get("followers.json").get(0).get("id").asString()).isEqualTo(friend.id());
        assertThat(files.toString()).doesNotContain(friend.email()).doesNotContain("hash");
        fair.anyone().get("/api/users/me/export").refuses(401, "not_authenticated");
    }

    @Test
    void the_photo_that_one_shows_is_there_as_large_as_it_is_kept() throws Exception {
        var me = fair.account("Portrait").client();
        var shown = me.upload("PUT", "/api/users/me/photo", "file", picture()).is(200);

        assertThat(contents(me))
                .containsEntry(
                        "photo.jpg",
                        me.get(shown.text("photo_url") + "&size=large").bytes());

        me.delete("/api/users/me/photo").is(200);
        assertThat(contents(me)).doesNotContainKey("photo.jpg");
    }

    private static byte[] picture() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    private static Map<String, JsonNode> export(Client me) throws Exception {
        var files = new TreeMap<String, JsonNode>();
        contents(me).forEach((name, content) -> files.put(name, JSON.readTree(content)));
        return files;
    }

    private static Map<String, byte[]> contents(Client me) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(me.origin() + "/api/users/me/export"))
                .header("Authorization", "Bearer " + me.token())
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/zip");
            var files = new TreeMap<String, byte[]>();
            try (var zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
                for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    files.put(entry.getName(), zip.readAllBytes());
                }
            }
            return files;
        }
    }
}
