package org.palabre.queues.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.palabre.queues.query.FairOnPostgres.joined;
import static org.palabre.queues.query.FairOnPostgres.opened;
import static org.palabre.queues.query.FairOnPostgres.profile;
import static org.palabre.queues.query.FairOnPostgres.student;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.palabre.queues.CompanyEvent.RecruitingPaused;
import org.palabre.queues.CompanyId;
import org.palabre.queues.CompanyStatus;
import org.palabre.queues.InscriptionId;
import org.palabre.queues.QueueQuery.CompanyView;
import org.palabre.queues.QueueQuery.FindCompanies;
import org.palabre.queues.QueueQuery.FindInscriptions;
import org.palabre.queues.QueueQuery.FindStudents;
import org.palabre.queues.QueueQuery.InscriptionView;
import org.palabre.queues.StudentEvent.StudentPaused;
import org.palabre.queues.StudentId;
import org.palabre.queues.StudentStatus;
import org.palabre.shared.Page;

class FairSearchTest {

    private static final CompanyId ENERGY = CompanyId.next();
    private static final CompanyId ECOLE = CompanyId.next();
    private static final CompanyId PERCENT = CompanyId.next();
    private static final CompanyId ZEBRA = CompanyId.next();
    private static final StudentId ADA = student();
    private static final StudentId EVE = student();

    private static FairOnPostgres fair;

    @BeforeAll
    static void they_are_there() throws Exception {
        fair = new FairOnPostgres();
        fair.happens(
                        opened(ENERGY, "Sahel Énergie", 1),
                        opened(ECOLE, "école du Numérique", 1),
                        opened(PERCENT, "100 % Coton_Bio \\ Co", 1),
                        opened(ZEBRA, "Zèbre", 1),
                        new RecruitingPaused(ZEBRA))
                .happens(profile(ADA, "Ada", "Lovelace"), profile(EVE, "Ève", "adams"), new StudentPaused(EVE))
                .at(1)
                .happens(joined(ZEBRA, InscriptionId.next(), ADA, 1))
                .happens(joined(ECOLE, InscriptionId.next(), ADA, 1))
                .at(2)
                .happens(joined(ENERGY, InscriptionId.next(), ADA, 1))
                .happens(joined(ZEBRA, InscriptionId.next(), EVE, 2))
                .shown();
    }

    @AfterAll
    static void they_go() {
        fair.close();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
                    energie sahel,      Sahel Énergie
                    ÉNERGIE,            Sahel Énergie
                    NUMERIQUE,          école du Numérique
                    zebre,              Zèbre
                    %,                  100 % Coton_Bio \\ Co
                    n_b,                100 % Coton_Bio \\ Co
                    "\\",                100 % Coton_Bio \\ Co
                    sahel numerique,    ""
                    z%e,                ""
                    "'; drop table x",  ""
                    """)
    void a_search_finds_all_its_words_without_regard_to_case_and_accents(String search, String name) {
        assertThat(names(search)).isEqualTo(name.isEmpty() ? List.of() : List.of(name));
    }

    @Test
    void companies_are_listed_by_name_as_people_would() {
        assertThat(names("")).containsExactly("100 % Coton_Bio \\ Co", "école du Numérique", "Sahel Énergie", "Zèbre");
        assertThat(names(" \t ")).hasSize(4);
        assertThat(companies("", List.of("-name"))).first().isEqualTo("Zèbre");
    }

    @Test
    void companies_can_be_listed_by_those_who_wait() {
        assertThat(companies("", List.of("-waiting_count")))
                .containsExactly("Zèbre", "école du Numérique", "Sahel Énergie", "100 % Coton_Bio \\ Co");
        assertThat(companies("", List.of("waiting_count", "-name")))
                .containsExactly("100 % Coton_Bio \\ Co", "Sahel Énergie", "école du Numérique", "Zèbre");
    }

    @Test
    void companies_can_be_filtered() {
        var paused = fair.companies.handle(
                new FindCompanies("", Optional.of(CompanyStatus.PAUSED), List.of(), new Page.Request(1, 20)));

        assertThat(paused.rows()).extracting(CompanyView::id).containsExactly(ZEBRA);
        assertThat(paused.count()).isEqualTo(1);
    }

    @Test
    void students_are_listed_by_name_and_found_by_it() {
        assertThat(students("", Optional.empty())).containsExactly(EVE, ADA);
        assertThat(students("eve ADAMS", Optional.empty())).containsExactly(EVE);
        assertThat(students("love", Optional.of(StudentStatus.AVAILABLE))).containsExactly(ADA);
        assertThat(students("ada", Optional.of(StudentStatus.PAUSED))).containsExactly(EVE);
        assertThat(students("%", Optional.empty())).isEmpty();
    }

    @Test
    void one_s_inscriptions_are_listed_newest_first() {
        assertThat(inscriptions(1, 20).subList(0, 1)).containsExactly(ENERGY);
        assertThat(inscriptions(1, 20)).hasSize(3);
    }

    @Test
    void pages_together_are_the_list_and_no_row_comes_twice() {
        var pages = new ArrayList<CompanyId>();
        for (int page = 1; page <= 4; page++) {
            pages.addAll(inscriptions(page, 1));
        }
        assertThat(pages).isEqualTo(inscriptions(1, 20)).doesNotHaveDuplicates();
        assertThat(inscriptions(4, 1)).isEmpty();
    }

    private static List<String> names(String search) {
        return companies(search, List.of());
    }

    private static List<String> companies(String search, List<String> ordering) {
        return fair
                .companies
                .handle(new FindCompanies(search, Optional.empty(), ordering, new Page.Request(1, 20)))
                .rows()
                .stream()
                .map(CompanyView::name)
                .toList();
    }

    private static List<StudentId> students(String search, Optional<StudentStatus> status) {
        return fair.students.handle(new FindStudents(search, status, new Page.Request(1, 20))).rows().stream()
                .map(student -> student.id())
                .toList();
    }

    private static List<CompanyId> inscriptions(int page, int size) {
        return fair.students.handle(new FindInscriptions(ADA, new Page.Request(page, size))).rows().stream()
                .map(InscriptionView::company)
                .map(company -> company.id())
                .toList();
    }
}
