package org.palabre.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.palabre.platform.Patience.await;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.palabre.platform.Answer;
import org.palabre.platform.Client;
import org.palabre.platform.Fair;
import org.palabre.platform.Fair.Person;
import org.palabre.platform.OnePlatform;
import org.palabre.platform.OneShape;

/** Asking again without it happening again. */
@ExtendWith(OnePlatform.class)
class IdempotencyTest {

    private static final String COMPANIES = "/api/admin/companies";

    private final Fair fair;
    private final Client admin;
    private final Person boss;

    IdempotencyTest(Fair fair, Person admin) {
        this.fair = fair;
        this.admin = admin.client();
        this.boss = admin;
    }

    @Test
    void the_same_key_gets_the_same_answer() {
        var keyed = keyed("same answer");
        var first = keyed.post(COMPANIES, Map.of("name", "Une Seule Fois")).is(201);
        var second = keyed.post(COMPANIES, Map.of("name", "Une Seule Fois")).is(201);

        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(second.header("Consistency-Token")).isNotEmpty();
    }

    @Test
    void twenty_at_once_happen_once() throws Exception {
        var keyed = keyed("twenty");
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = people.invokeAll(IntStream.range(0, 20)
                    .<Callable<Answer>>mapToObj(_ -> () -> keyed.post(COMPANIES, Map.of("name", "Vingt Fois")))
                    .toList());
            var first = answers.getFirst().get().is(201).text();
            for (var answer : answers) {
                assertThat(answer.get().is(201).text()).isEqualTo(first);
            }
        }
        assertThat(fair.anyone().get("/api/companies?search=vingt").text("count"))
                .isEqualTo("1");
    }

    @Test
    void with_another_body_or_path_it_is_422() {
        var keyed = keyed("another");
        var id = keyed.post(COMPANIES, Map.of("name", "Autre Corps")).is(201).text("id");

        keyed.post(COMPANIES, Map.of("name", "Autre Corpus")).refuses(422, "idempotency_key_reused");
        keyed.post(COMPANIES + "/" + id + "/regenerate-token").refuses(422, "idempotency_key_reused");
        keyed.patch(COMPANIES + "/" + id, Map.of("status", "paused")).is(200);
    }

    @Test
    void a_conflict_is_repeated_and_any_other_refusal_leaves_the_key_free() {
        var holder = fair.company(boss, "Nom Convoité", 1);
        var keyed = keyed("conflict");
        keyed.post(COMPANIES, Map.of("name", "Nom Convoité")).refuses(409, "name_taken");
        admin.delete(COMPANIES + "/" + holder.id()).is(204);
        keyed.post(COMPANIES, Map.of("name", "Nom Convoité")).refuses(409, "name_taken");

        var free = keyed("free");
        free.post(COMPANIES, "{\"name\":\"\"}").refuses(400, "invalid");
        free.post(COMPANIES, "{").refuses(400, "malformed");
        free.post(COMPANIES + "/00000000-0000-7000-8000-000000000000/regenerate-token")
                .refuses(404, "not_found");
        free.post(COMPANIES, Map.of("name", "Clé Libre")).is(201);
    }

    @Test
    void a_wrong_code_leaves_the_key_free() {
        var email = "cle.et.code@example.org";
        var registered = fair.register(email, "Codou");
        var me = fair.anyone().as(registered.text("access"));
        var proving = me.with("Idempotency-Key", "proof");
        var code = fair.code(email);
        verify(proving, email, other(code)).refuses(400, "invalid_code");
        verify(proving, email, code).is(200);
        verify(proving, email, code).is(200);
        verify(proving, email, other(code)).refuses(422, "idempotency_key_reused");

        var person = new Person(registered.text("user.id"), email, me);
        me.post("/api/auth/password/forgot", Map.of("email", email)).is(202);
        await().until(() -> fair.mails(person).size() == 2);
        var next = fair.code(email);
        var resetting = me.with("Idempotency-Key", "reset");
        reset(resetting, email, other(next)).refuses(400, "invalid_code");
        reset(resetting, email, next).is(204);
    }

    @Test
    void nobody_who_was_erased_comes_back_in_an_answer() {
        var email = "prouvee.puis.partie@example.org";
        var id = fair.register(email, "Partie").text("user.id");
        var code = fair.code(email);
        assertThat(verify(keyed("proof"), email, code).is(200).text("email")).isEqualTo(email);
        assertThat(verify(keyed("proof"), email, code).is(200).text("email")).isEqualTo(email);

        admin.post("/api/admin/users/" + id + "/erase").is(202);
        await().until(() -> verify(keyed("proof"), email, code).status() == 404);
    }

    @Test
    void who_asks_is_judged_anew_and_has_keys_of_their_own() {
        var company = fair.company(boss, "Clés à Soi", 3);
        var body = Map.of("company_id", company.id());
        var ada = fair.student("Ada").client().with("Idempotency-Key", "k");
        var bob = fair.student("Bob").client().with("Idempotency-Key", "k");
        var hers = ada.post("/api/queues", body).is(201).text("id");
        var his = bob.post("/api/queues", body).is(201).text("id");
        assertThat(his).isNotEqualTo(hers);

        var stand = company.client().with("Idempotency-Key", "k");
        var path = "/api/company/me/queue/" + hers + "/start";
        var started = stand.post(path).is(200);
        assertThat(stand.post(path).is(200).text()).isEqualTo(started.text());
        admin.post(COMPANIES + "/" + company.id() + "/regenerate-token").is(200);
        stand.post(path).refuses(401, "not_authenticated");
    }

    @Test
    void an_answer_without_a_body_is_repeated_too() {
        var student = fair.student("Nadia").client();
        var company = fair.company(boss, "Deux Départs", 1);
        var id = student.post("/api/queues", Map.of("company_id", company.id())).text("id");
        student.with("Idempotency-Key", "ignored").delete("/api/queues/" + id).is(204);
        student.with("Idempotency-Key", "ignored").delete("/api/queues/" + id).refuses(404, "not_found");
    }

    @Test
    void nobody_known_has_no_keys() {
        var anyone = fair.anyone().with("Idempotency-Key", "x".repeat(300));
        anyone.post("/api/auth/login", Map.of("login", "x", "password", "y")).refuses(401, "invalid_credentials");
        anyone.post("/api/auth/login", Map.of("login", "z", "password", "y")).refuses(401, "invalid_credentials");
        anyone.post("/api/auth/logout", Map.of("refresh", "x")).is(204);
    }

    @Test
    void a_key_is_a_short_text() {
        keyed("x".repeat(256)).post(COMPANIES, Map.of("name", "Mauvaise Clé")).refuses(400, "malformed");
        keyed("~".repeat(255)).post(COMPANIES, Map.of("name", "Longue Clé")).is(201);
    }

    @Test
    @OneShape("the gateway of the tests makes a space of a tab")
    void a_key_is_a_text_that_can_be_read() {
        keyed("a\tb").post(COMPANIES, Map.of("name", "Clé Blanche")).refuses(400, "malformed");
    }

    private static Answer verify(Client client, String email, String code) {
        return client.post("/api/auth/email/verify", Map.of("email", email, "code", code));
    }

    private static Answer reset(Client client, String email, String code) {
        return client.post(
                "/api/auth/password/reset", Map.of("email", email, "code", code, "new_password", "un-autre-baobab-8"));
    }

    private static String other(String code) {
        return code.equals("000000") ? "000001" : "000000";
    }

    private Client keyed(String key) {
        return admin.with("Idempotency-Key", key);
    }
}
