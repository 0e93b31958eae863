package org.palabre.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.palabre.platform.Patience.await;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.palabre.platform.Answer;
import org.palabre.platform.Client;
import org.palabre.platform.Fair;
import org.palabre.platform.Fair.Person;
import org.palabre.platform.OnePlatform;
import org.palabre.platform.Platform;

/** Showing a picture of oneself, and looking at those of others. */
@ExtendWith(OnePlatform.class)
class PhotosTest {

    private static final String MINE = "/api/users/me/photo";

    private final Fair fair;
    private final Client anyone;
    private final Path files;

    PhotosTest(Platform platform, Fair fair) {
        this.fair = fair;
        this.anyone = fair.anyone();
        this.files = platform.home().resolve("files");
    }

    @Test
    void one_shows_a_photo_changes_it_and_takes_it_away() throws IOException {
        var me = fair.account("Fanta");
        var path = "/api/users/" + me.id() + "/photo";
        anyone.get(path).refuses(404, "not_found");

        var shown = me.client()
                .upload("PUT", MINE, "file", png(2000, 1000, Color.RED))
                .is(200);
        assertThat(shown.text("photo_url")).startsWith(path + "?v=");
        assertThat(shown.header("ETag"))
                .isEqualTo(me.client().get("/api/auth/me").header("ETag"));
        var large = anyone.get(shown.text("photo_url")).is(200);
        assertThat(large.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(large.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(picture(large).getWidth()).isEqualTo(1024);
        assertThat(picture(large).getHeight()).isEqualTo(512);
        assertThat(picture(anyone.get(path + "?size=small").is(200)).getWidth()).isEqualTo(128);
        assertThat(anyone.get("/api/users/" + me.id()).text("photo_url")).isEqualTo(shown.text("photo_url"));

        var changed =
                me.client().upload("PUT", MINE, "file", png(50, 40, Color.BLUE)).is(200);
        assertThat(changed.text("photo_url")).isNotEqualTo(shown.text("photo_url"));
        assertThat(picture(anyone.get(path).is(200)).getWidth()).isEqualTo(50);
        await().until(() -> stored(me).length == 1);

        var removed = me.client().delete(MINE).is(200);
        assertThat(removed.json().get("photo_url").isNull()).isTrue();
        anyone.get(changed.text("photo_url")).refuses(404, "not_found");
        assertThat(me.client().delete(MINE).is(200).header("ETag")).isEqualTo(removed.header("ETag"));
        await().until(() -> stored(me).length == 0);
    }

    @Test
    void a_photo_is_kept_by_whoever_has_seen_which_it_is() throws IOException {
        var me = fair.account("Garde");
        var url = me.client()
                .upload("PUT", MINE, "file", png(60, 60, Color.RED))
                .is(200)
                .text("photo_url");

        assertThat(anyone.get(url).header("Cache-Control")).contains("max-age", "private");
        for (var other : new String[] {"", "?v=", "?v=other", "?size=small"}) {
            var answer = anyone.get("/api/users/" + me.id() + "/photo" + other).is(200);
            assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
            var again = anyone.with("If-None-Match", answer.header("ETag"))
                    .get("/api/users/" + me.id() + "/photo" + other)
                    .is(304);
            assertThat(again.bytes()).isEmpty();
        }
        assertThat(anyone.get("/api/users/" + me.id() + "/photo?size=medium")
                        .refuses(400, "invalid")
                        .json()
                        .get("errors")
                        .has("size"))
                .isTrue();
        anyone.get("/api/users/me/photo").refuses(404, "not_found");
    }

    @Test
    void a_part_of_it_is_served_too() throws IOException {
        var me = fair.account("Partie");
        var url = me.client()
                .upload("PUT", MINE, "file", png(300, 300, Color.RED))
                .is(200)
                .text("photo_url");
        var whole = anyone.get(url).is(200);
        var size = whole.bytes().length;
        assertThat(whole.header("Accept-Ranges")).isEqualTo("bytes");
        assertThat(whole.header("Content-Length")).isEqualTo("" + size);

        part(url, whole, "bytes=0-99", 0, 99);
        part(url, whole, "bytes=100-", 100, size - 1);
        part(url, whole, "bytes=0-", 0, size - 1);
        part(url, whole, "bytes=-10", size - 10, size - 1);
        part(url, whole, "bytes=-1000000", 0, size - 1);
        part(url, whole, "bytes=5-1000000", 5, size - 1);
        for (var beyond : new String[] {"bytes=%d-".formatted(size), "bytes=1000000-2000000", "bytes=-0"}) {
            assertThat(anyone.with("Range", beyond)
                            .get(url)
                            .refuses(416, "range_not_satisfiable")
                            .header("Content-Range"))
                    .isEqualTo("bytes */" + size);
        }
        for (var all : new String[] {"bytes=0-1,5-6", "bytes=9-5", "bytes=x", "bytes=", "pages=1-2", "1-2"}) {
            assertThat(anyone.with("Range", all).get(url).is(200).bytes()).isEqualTo(whole.bytes());
        }
        var since = anyone.with("Range", "bytes=0-9");
        assertThat(since.with("If-Range", whole.header("ETag")).get(url).is(206).bytes())
                .hasSize(10);
        assertThat(since.with("If-Range", "\"another\"").get(url).is(200).bytes())
                .hasSize(size);

        var head = anyone.send("HEAD", url, null).is(200);
        assertThat(head.header("Content-Length")).isEqualTo("" + size);
        assertThat(head.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(head.header("Accept-Ranges")).isEqualTo("bytes");
        assertThat(head.header("ETag")).isEqualTo(whole.header("ETag"));
    }

    @Test
    void what_is_no_picture_is_refused_and_nothing_changes() throws IOException {
        var me = fair.account("Refus");
        var before =
                me.client().upload("PUT", MINE, "file", png(60, 60, Color.RED)).is(200);
        var picture = png(60, 60, Color.BLUE);

        for (var wrong : new String[] {"just a text", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "GIF89a"}) {
            put(me, wrong.getBytes(StandardCharsets.UTF_8)).refuses(415, "unsupported_media");
        }
        put(me, Arrays.copyOf(picture, picture.length / 2)).refuses(415, "unsupported_media");
        put(me, Arrays.copyOf(picture, (5 << 20) + 1)).refuses(413, "too_large");
        put(me, Arrays.copyOf(picture, 25 << 20)).refuses(413, "too_large");
        put(me, wide(30_000)).refuses(413, "too_large");
        noFile(put(me, new byte[0]));
        noFile(me.client().upload("PUT", MINE, "photo", picture));
        noFile(form(me, "--x\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\ntext\r\n--x--\r\n"));
        noFile(form(me, "--x--\r\n"));
        form(me, "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nhalf")
                .refuses(400, "malformed");
        me.client().with("Content-Type", "multipart/form-data").put(MINE, "x").refuses(400, "malformed");
        me.client().put(MINE, Map.of("file", "x")).refuses(415, "unsupported_media");
        me.client().with("Content-Type", "image/png").put(MINE, picture).refuses(415, "unsupported_media");
        me.client().send("PUT", MINE, null).refuses(415, "unsupported_media");
        anyone.upload("PUT", MINE, "file", Arrays.copyOf(picture, 6 << 20)).refuses(401, "not_authenticated");
        anyone.delete(MINE).refuses(401, "not_authenticated");

        assertThat(me.client().get("/api/auth/me").text("photo_url")).isEqualTo(before.text("photo_url"));
    }

    @Test
    void whoever_insists_on_a_version_is_told_and_nothing_is_left() throws IOException {
        var me = fair.account("Version");
        var shown =
                me.client().upload("PUT", MINE, "file", png(60, 60, Color.RED)).is(200);

        var outdated = me.client().with("If-Match", "\"999\"");
        outdated.upload("PUT", MINE, "file", png(60, 60, Color.BLUE)).refuses(412, "version_conflict");
        outdated.delete(MINE).refuses(412, "version_conflict");
        await().until(() -> stored(me).length == 1);

        var current = me.client().with("If-Match", shown.header("ETag"));
        current.upload("PUT", MINE, "file", png(60, 60, Color.BLUE)).is(200);
    }

    @Test
    void an_account_that_is_not_proved_yet_may_show_one() throws IOException {
        var unproved =
                anyone.as(fair.register("pas.encore.vue@example.org", "Pas").text("access"));
        unproved.upload("PUT", MINE, "file", png(60, 60, Color.RED)).is(200);
    }

    @Test
    void while_files_cannot_be_kept_one_is_told_to_come_again() throws IOException {
        var me = fair.account("Panne");
        var inTheWay = files.resolve("accounts").resolve(me.id());
        Files.createDirectories(inTheWay.getParent());
        Files.createFile(inTheWay);

        assertThat(put(me, png(60, 60, Color.RED)).refuses(503, "unavailable").header("Retry-After"))
                .isNotBlank();

        Files.delete(inTheWay);
        put(me, png(60, 60, Color.RED)).is(200);
    }

    @Test
    void an_erased_person_leaves_no_file() throws IOException {
        var me = fair.account("Efface");
        var url = me.client()
                .upload("PUT", MINE, "file", png(60, 60, Color.RED))
                .is(200)
                .text("photo_url");
        assertThat(stored(me)).hasSize(1);

        me.client().delete("/api/users/me", Map.of("password", Fair.PASSWORD)).is(202);

        await().until(() -> !Files.exists(files.resolve("accounts/" + me.id())));
        await().until(() -> anyone.get(url).status() == 404);
    }

    private void part(String url, Answer whole, String range, int first, int last) {
        var part = anyone.with("Range", range).get(url).is(206);
        assertThat(part.header("Content-Range"))
                .isEqualTo("bytes %d-%d/%d".formatted(first, last, whole.bytes().length));
        assertThat(part.bytes()).isEqualTo(Arrays.copyOfRange(whole.bytes(), first, last + 1));
        assertThat(part.header("ETag")).isEqualTo(whole.header("ETag"));
    }

    private static void noFile(Answer answer) {
        assertThat(answer.refuses(400, "invalid").json().get("errors").propertyNames())
                .containsExactly("file");
    }

    private static Answer put(Person person, byte[] file) {
        return person.client().upload("PUT", MINE, "file", file);
    }

    private static Answer form(Person person, String body) {
        return person.client()
                .with("Content-Type", "multipart/form-data; boundary=x")
                .put(MINE, body);
    }

    /** The photos that are stored of somebody. */
    private String[] stored(Person person) {
        var photos =
                files.resolve("accounts/" + person.id() + "/photo").toFile().list();
        return photos == null ? new String[0] : photos;
    }

    private static byte[] png(int width, int height, Color colour) throws IOException {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        var file = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", file);
        return file.toByteArray();
    }

    /** A picture whose header claims so many pixels in a row, and as many rows. */
    private static byte[] wide(int pixels) throws IOException {
        var file = png(10, 10, Color.RED);
        for (var at : new int[] {16, 20}) {
            file[at + 2] = (byte) (pixels >> 8);
            file[at + 3] = (byte) pixels;
        }
        return file;
    }

    private static BufferedImage picture(Answer answer) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(answer.bytes()));
    }
}
