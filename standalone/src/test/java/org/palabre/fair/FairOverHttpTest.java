package org.palabre.fair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.palabre.platform.Answer;
import org.palabre.platform.Fair;
import org.palabre.platform.Fair.Company;
import org.palabre.platform.Fair.Person;
import org.palabre.platform.OnePlatform;

/** The fair as a client sees it that was written from the contract alone. */
@ExtendWith(OnePlatform.class)
class FairOverHttpTest {

    private final Fair fair;
    private final Person admin;

    FairOverHttpTest(Fair fair, Person admin) {
        this.fair = fair;
        this.admin = admin;
    }

    @Test
    void a_student_queues_is_called_and_has_had_the_interview() {
        var company = fair.company(admin, "Ivoire Cacao", 1);
        var ada = fair.student("Ada");
        var inscription = fair.join(ada, company);

        assertThat(inscriptionOf(ada).text("results.0.place")).isEqualTo("1");
        assertThat(ada.client().get("/api/queues/opportunities").is(200).text("results.0.company.name"))
                .isEqualTo("Ivoire Cacao");
        start(company, inscription).is(200);
        assertThat(ada.client().get("/api/students/me").text("current_company.name"))
                .isEqualTo("Ivoire Cacao");
        var board = company.client().get("/api/company/me").is(200);
        assertThat(board.text("interviews.0.student.first_name")).isEqualTo("Ada");
        assertThat(board.text("slots.used")).isEqualTo("1");

        assertThat(company.client()
                        .post("/api/company/me/queue/" + inscription + "/complete")
                        .is(200)
                        .text("is_completed"))
                .isEqualTo("true");
        assertThat(ada.client().get("/api/students/me").text("status")).isEqualTo("paused");
        assertThat(company.client().get("/api/company/me").text("completed_count"))
                .isEqualTo("1");
        join(ada, company).refuses(409, "already_queued");
    }

    @Test
    void every_refusal_of_the_fair_has_its_code() {
        var company = fair.company(admin, "Refus SA", 1);
        var stranger = fair.account("Sans");
        join(stranger, company).refuses(409, "no_student_profile");
        stranger.client().get("/api/students/me").refuses(404, "not_found");
        var bob = fair.student("Bob");
        bob.client()
                .post("/api/students", Map.of("first_name", "Bob", "last_name", "K"))
                .refuses(409, "student_exists");
        admin.client().post("/api/admin/companies", Map.of("name", "refus sa")).refuses(409, "name_taken");

        var inscription = fair.join(bob, company);
        join(bob, company).refuses(409, "already_queued");
        company.client()
                .post("/api/company/me/queue/" + inscription + "/complete")
                .refuses(409, "not_in_interview");
        bob.client().put("/api/students/me/status", Map.of("status", "paused")).is(200);
        start(company, inscription).refuses(409, "student_busy");
        company.client().post("/api/company/me/next").refuses(409, "nobody_available");
        bob.client()
                .put("/api/students/me/status", Map.of("status", "available"))
                .is(200);
        company.client()
                .patch("/api/company/me", Map.of("status", "paused", "max_queue_size", 1))
                .is(200);
        start(company, inscription).refuses(409, "company_paused");
        join(fair.student("Cyd"), company).refuses(409, "company_paused");
        company.client()
                .patch("/api/company/me", Map.of("status", "recruiting"))
                .is(200);
        var dan = fair.student("Dan");
        join(dan, company).refuses(409, "queue_full");
        start(company, inscription).is(200);
        start(company, inscription).refuses(409, "not_waiting");
        bob.client().delete("/api/queues/" + inscription).refuses(409, "not_waiting");
        bob.client().put("/api/students/me/status", Map.of("status", "paused")).refuses(409, "in_interview");
        var second = fair.join(dan, company);
        start(company, second).refuses(409, "no_free_slot");
        dan.client().delete("/api/queues/" + inscription).refuses(404, "not_found");
        dan.client().delete("/api/queues/" + second).is(204);
    }

    @Test
    void a_company_runs_its_stand_with_its_token_in_the_path_or_in_the_header() {
        var company = fair.company(admin, "Deux Chemins", 2);
        var other = fair.company(admin, "Autre Chemin", 1);
        var inscription = fair.join(fair.student("Eve"), company);

        fair.anyone().get("/api/company/" + company.token()).is(200);
        company.client().get("/api/company/" + company.token()).is(200);
        fair.anyone().get("/api/company/" + "x".repeat(43)).refuses(404, "not_found");
        fair.anyone().get("/api/company/me").refuses(401, "not_authenticated");
        fair.anyone().as("x".repeat(43)).get("/api/company/me").refuses(401, "not_authenticated");
        other.client().post("/api/company/me/queue/" + inscription + "/start").refuses(404, "not_found");
        company.client().get("/api/students/me").refuses(401, "not_authenticated");
        company.client().get("/api/companies").is(200);

        var renewed = admin.client()
                .post("/api/admin/companies/" + company.id() + "/regenerate-token")
                .is(200)
                .text("access_token");
        company.client().get("/api/company/me").refuses(401, "not_authenticated");
        company.client().post("/api/company/me/next").refuses(401, "not_authenticated");
        fair.anyone().as(renewed).post("/api/company/me/next").is(200);
    }

    @Test
    void removing_a_company_frees_its_students_and_its_name() {
        var company = fair.company(admin, "Passagère", 1);
        var fatou = fair.student("Fatou");
        start(company, fair.join(fatou, company)).is(200);

        admin.client().delete("/api/admin/companies/" + company.id()).is(204);

        assertThat(fatou.client().get("/api/students/me").text("status")).isEqualTo("available");
        assertThat(fatou.client().get("/api/queues").text("count")).isEqualTo("0");
        company.client().get("/api/company/me").refuses(401, "not_authenticated");
        fair.anyone().get("/api/companies/" + company.id()).refuses(404, "not_found");
        fair.company(admin, "Passagère", 1);
    }

    @Test
    void lists_are_paged_searched_and_ordered() {
        fair.company(admin, "Épicerie Étoile à Azaguié", 1);
        fair.company(admin, "Zébu & Fils à Azaguié", 1);

        var found = fair.anyone()
                .get("/api/companies?search=etoile%20EPI&page_size=1")
                .is(200);
        assertThat(found.text("count")).isEqualTo("1");
        assertThat(found.text("results.0.name")).isEqualTo("Épicerie Étoile à Azaguié");
        var ofAzaguie = "/api/companies?search=azaguie&page_size=1&ordering=-name";
        var page = fair.anyone().get(ofAzaguie).is(200);
        assertThat(page.text("results.0.name")).isEqualTo("Zébu & Fils à Azaguié");
        assertThat(page.text("next")).isEqualTo(ofAzaguie + "&page=2");
        assertThat(fair.anyone().get(page.text("next")).is(200).text("previous"))
                .isEqualTo(ofAzaguie + "&page=1");
        assertThat(fair.anyone().get("/api/companies?page=9999").is(200).json().get("results"))
                .isEmpty();
        for (var wrong : new String[] {"page=0", "page_size=101", "foo=1", "ordering=id", "status=open", "page=x"}) {
            fair.anyone().get("/api/companies?" + wrong).refuses(400, "invalid");
        }
    }

    @Test
    void changing_what_one_has_not_seen_is_refused() {
        var company = fair.company(admin, "Version Une", 1);
        var path = "/api/admin/companies/" + company.id();
        var seen = fair.anyone().get("/api/companies/" + company.id()).header("ETag");

        var changed = admin.client().with("If-Match", seen).patch(path, Map.of("max_concurrent_interviews", 3));
        assertThat(changed.is(200).header("ETag"))
                .isEqualTo(fair.anyone().get("/api/companies/" + company.id()).header("ETag"));
        admin.client()
                .with("If-Match", seen)
                .patch(path, Map.of("name", "Version Deux"))
                .refuses(412, "version_conflict");
        admin.client()
                .with("If-Match", "W/" + seen)
                .patch(path, Map.of("name", "V"))
                .refuses(412, "version_conflict");
        admin.client()
                .with("If-Match", "nonsense")
                .patch(path, Map.of("name", "V"))
                .refuses(400, "malformed");
    }

    private Answer join(Person student, Company company) {
        return student.client().post("/api/queues", Map.of("company_id", company.id()));
    }

    private Answer start(Company company, String inscription) {
        return company.client().post("/api/company/me/queue/" + inscription + "/start");
    }

    private Answer inscriptionOf(Person student) {
        return student.client().get("/api/queues").is(200);
    }
}
