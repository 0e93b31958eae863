package org.palabre.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palabre.platform.Client;
import org.palabre.platform.Fair;
import org.palabre.platform.Fair.Person;
import org.palabre.platform.OnePlatform;
import tools.jackson.databind.JsonNode;

/** Lists, page by page. */
@ExtendWith(OnePlatform.class)
class ListsTest {

    private final Fair fair;
    private final Client anyone;
    private final Person admin;

    ListsTest(Fair fair, Person admin) {
        this.fair = fair;
        this.anyone = fair.anyone();
        this.admin = admin;
    }

    @Test
    void the_pages_of_a_list_are_all_of_it_and_nothing_twice() {
        for (int number = 1; number <= 7; number++) {
            fair.company(admin, "Feuille " + number, 1);
        }
        var path = "/api/companies?search=feuille&ordering=waiting_count&page_size=3";
        var seen = new ArrayList<String>();
        var next = path;
        while (!next.isEmpty()) {
            var page = anyone.get(next).is(200);
            assertThat(page.json().propertyNames())
                    .containsExactlyInAnyOrder("count", "next", "previous", "results", "page_info");
            assertThat(page.text("count")).isEqualTo("7");
            assertThat(page.text("page_info.total_pages")).isEqualTo("3");
            assertThat(page.text("page_info.page_size")).isEqualTo("3");
            page.json().get("results").forEach(row -> seen.add(row.get("id").asString()));
            next = text(page.json().get("next"));
        }
        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
        assertThat(anyone.get(path).json().get("previous").isNull()).isTrue();
        var last = anyone.get(path + "&page=3").is(200);
        assertThat(last.json().get("next").isNull()).isTrue();
        assertThat(anyone.get(last.text("previous")).is(200).text("page_info.current_page"))
                .isEqualTo("2");
    }

    @Test
    void a_page_beyond_the_last_and_a_list_of_nothing_are_empty() {
        var beyond = anyone.get("/api/companies?page=1000000").is(200);
        assertThat(beyond.json().get("results")).isEmpty();
        assertThat(beyond.text("page_info.current_page")).isEqualTo("1000000");
        assertThat(beyond.json().get("next").isNull()).isTrue();

        var nothing = anyone.get("/api/companies?search=nothing-of-the-kind").is(200);
        assertThat(nothing.text("count")).isEqualTo("0");
        assertThat(nothing.text("page_info.total_pages")).isEqualTo("1");
        assertThat(nothing.json().get("previous").isNull()).isTrue();
    }

    @Test
    void without_being_asked_a_page_has_twenty_rows() {
        assertThat(anyone.get("/api/companies").text("page_info.page_size")).isEqualTo("20");
        anyone.get("/api/companies?page_size=100").is(200);
        anyone.get("/api/companies?search=" + "x".repeat(200)).is(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "page=0",
                "page=-1",
                "page=1.0",
                "page=",
                "page=x",
                "page_size=0",
                "page_size=101",
                "page_size=",
                "foo=1",
                "Page=1",
                "ordering=",
                "ordering=id",
                "ordering=name,",
                "ordering=--name",
                "ordering=%2Bname",
                "status=",
                "status=Paused",
                "status=open",
                "search=%00"
            })
    void what_a_list_does_not_know_is_refused_by_its_name(String parameter) {
        var refusal = anyone.get("/api/companies?" + parameter).refuses(400, "invalid");
        assertThat(refusal.json().get("errors").propertyNames())
                .containsExactly(parameter.split("=")[0]);
    }

    @Test
    void a_search_has_two_hundred_characters_at_most() {
        assertThat(anyone.get("/api/companies?search=" + "x".repeat(201))
                        .refuses(400, "invalid")
                        .json()
                        .get("errors")
                        .propertyNames())
                .containsExactly("search");
    }

    @Test
    void each_list_takes_its_own_parameters_only() {
        var student = fair.student("Lise").client();
        student.get("/api/queues?status=waiting").refuses(400, "invalid");
        student.get("/api/queues?search=x").refuses(400, "invalid");
        student.get("/api/queues/opportunities?ordering=name").refuses(400, "invalid");
        for (var path : List.of(
                "/api/admin/students?search=lise&status=available",
                "/api/admin/users?search=lise&status=active&role=student&ordering=-created_at",
                "/api/admin/companies?status=recruiting&ordering=-name",
                "/api/admin/projections?page=1",
                "/api/admin/dead-letters?page=1")) {
            admin.client().get(path).is(200);
            admin.client().get(path + "&unknown=1").refuses(400, "invalid");
        }
        admin.client().get("/api/admin/students?ordering=name").refuses(400, "invalid");
        admin.client().get("/api/admin/users?role=owner").refuses(400, "invalid");
    }

    private static String text(JsonNode node) {
        return node.isNull() ? "" : node.asString();
    }
}
