package org.palabre.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.palabre.platform.Client;
import org.palabre.platform.Fair;
import org.palabre.platform.Fair.Person;
import org.palabre.platform.OnePlatform;

/** Changing only what one has seen. */
@ExtendWith(OnePlatform.class)
class PreconditionTest {

    private final Fair fair;
    private final Client admin;
    private final Person boss;

    PreconditionTest(Fair fair, Person admin) {
        this.fair = fair;
        this.admin = admin.client();
        this.boss = admin;
    }

    @Test
    void an_answer_carries_the_version_that_its_get_carries() {
        var opened = admin.post("/api/admin/companies", Map.of("name", "Étiquette"));
        var path = "/api/companies/" + opened.text("id");
        assertThat(opened.is(201).header("Location")).isEqualTo(path);
        assertThat(opened.header("ETag")).matches("\"\\d+\"").isEqualTo(tag(path));

        var changed = admin.patch("/api/admin/companies/" + opened.text("id"), Map.of("status", "paused"));
        assertThat(changed.header("ETag")).isEqualTo(tag(path)).isNotEqualTo(opened.header("ETag"));
        var regenerated = admin.post("/api/admin/companies/" + opened.text("id") + "/regenerate-token");
        assertThat(regenerated.is(200).header("ETag")).isEqualTo(tag(path));

        var student = fair.student("Tagore").client();
        var paused = student.put("/api/students/me/status", Map.of("status", "paused"));
        assertThat(paused.is(200).header("ETag"))
                .isNotEmpty()
                .isEqualTo(student.get("/api/students/me").header("ETag"));
    }

    @Test
    void a_condition_that_holds_lets_the_change_through() {
        var company = fair.company(boss, "Condition Tenue", 1);
        for (var form : new String[] {"*", "%s", "\"other\", %s", "W/\"1\" , , %s,", "%s,\"77\""}) {
            admin.with("If-Match", form.formatted(tag("/api/companies/" + company.id())))
                    .patch("/api/admin/companies/" + company.id(), Map.of("max_queue_size", form.length()))
                    .is(200);
        }
        admin.with("If-Match", "\"77\"")
                .with("If-Match", tag("/api/companies/" + company.id()))
                .patch("/api/admin/companies/" + company.id(), Map.of("max_queue_size", 9))
                .is(200);
    }

    @Test
    void one_that_does_not_is_412() {
        var company = fair.company(boss, "Condition Rompue", 1);
        var path = "/api/admin/companies/" + company.id();
        var tag = tag("/api/companies/" + company.id());
        for (var form : new String[] {"W/" + tag, "\"\"", "\"made-up\"", "\"77\", \"78\"", "\"0" + tag.substring(1)}) {
            var asking = admin.with("If-Match", form);
            asking.patch(path, Map.of("status", "paused")).refuses(412, "version_conflict");
            asking.post(path + "/regenerate-token").refuses(412, "version_conflict");
            asking.delete(path).refuses(412, "version_conflict");
        }
        assertThat(tag("/api/companies/" + company.id())).isEqualTo(tag);
    }

    @Test
    void so_may_whoever_changes_a_password_or_erases_an_account() {
        var person = fair.account("Conditionnelle");
        var me = person.client();
        var password = Map.of("password", Fair.PASSWORD);
        var passwords = Map.of("current_password", Fair.PASSWORD, "new_password", "un-autre-baobab-8");
        var seen = me.get("/api/auth/me").is(200).header("ETag");
        me.patch("/api/users/me", Map.of("bio", "meanwhile")).is(200);

        var outdated = me.with("If-Match", seen);
        outdated.post("/api/auth/password/change", passwords).refuses(412, "version_conflict");
        outdated.delete("/api/users/me", password).refuses(412, "version_conflict");
        outdated.delete("/api/users/me", Map.of("password", "wrong")).refuses(400, "invalid");
        var erase = "/api/admin/users/" + person.id() + "/erase";
        admin.with("If-Match", seen).post(erase).refuses(412, "version_conflict");
        fair.admin(person.email(), Fair.PASSWORD);

        me.with("If-Match", me.get("/api/auth/me").header("ETag"))
                .post("/api/auth/password/change", passwords)
                .is(204);
        admin.with("If-Match", me.get("/api/auth/me").header("ETag"))
                .post(erase)
                .is(202);
    }

    @Test
    void one_that_cannot_be_read_is_400() {
        var company = fair.company(boss, "Condition Obscure", 1);
        for (var form : new String[] {"1", "nonsense", "\"1", "\"1\" \"2\"", "*, \"1\"", "w/\"1\"", ","}) {
            admin.with("If-Match", form)
                    .patch("/api/admin/companies/" + company.id(), Map.of("status", "paused"))
                    .refuses(400, "malformed");
        }
    }

    private String tag(String path) {
        return fair.anyone().get(path).is(200).header("ETag");
    }
}
