package org.palabre.proofs.fair;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.palabre.proofs.fair.Fold.Place;
import org.palabre.proofs.fair.Fold.Student;
import tools.jackson.databind.JsonNode;

/** What the platform answers its users when they ask, against what a history makes. */
final class Views {

    private final Fold fold;
    private final List<String> wrong = new ArrayList<>();

    private Views(Fold fold) {
        this.fold = fold;
    }

    /** An inscription as its student sees it. */
    private record Inscription(String id, String company, int position, String status, Integer place) {}

    /** Every answer that is not the history's, in words. */
    static List<String> wrong(Fold fold, List<Visitor> students, List<Visitor> stands, Visitor admin) {
        var views = new Views(fold);
        stands.forEach(views::stand);
        students.forEach(views::student);
        views.fairOf(admin);
        return views.wrong;
    }

    private void stand(Visitor stand) {
        expect(
                Board.of(fold, stand.id()),
                Board.of(stand.get("/api/company/me").is(200).json()),
                "the board");
        var company = stand.get("/api/companies/" + stand.id()).is(200);
        expect("\"" + fold.stand(stand.id()).version() + "\"", company.header("ETag"), "the version of " + stand.id());
    }

    private void student(Visitor visitor) {
        var answer = visitor.get("/api/students/me").is(200);
        var company = answer.json().get("current_company");
        var shown = new Student(
                answer.text("id"),
                upper(answer.json().get("status")),
                company.isNull() ? null : company.get("id").asString(),
                Long.parseLong(answer.header("ETag").replace("\"", "")));
        expect(fold.student(visitor.id()), shown, "the student");
        var inscriptions = new TreeMap<String, Inscription>();
        var more = "/api/queues?page_size=100";
        while (more != null) {
            var page = visitor.get(more).is(200).json();
            page.get("results").forEach(each -> inscriptions.put(each.get("id").asString(), inscription(each)));
            more = page.get("next").isNull() ? null : page.get("next").asString();
        }
        expect(inscriptionsOf(visitor.id()), inscriptions, "the inscriptions of " + visitor.id());
    }

    private void fairOf(Visitor admin) {
        var stats = admin.get("/api/admin/stats").is(200).json();
        expect(count("AVAILABLE"), stats.at("/students/available").asLong(), "students available");
        expect(count("IN_INTERVIEW"), stats.at("/students/in_interview").asLong(), "students in interviews");
        expect(count("PAUSED"), stats.at("/students/paused").asLong(), "students paused");
        expect(places("WAITING"), stats.at("/inscriptions/waiting").asLong(), "inscriptions waiting");
        expect(places("IN_INTERVIEW"), stats.at("/inscriptions/in_interview").asLong(), "interviews");
        expect(places("COMPLETED"), stats.at("/inscriptions/completed").asLong(), "interviews completed");
    }

    private Map<String, Inscription> inscriptionsOf(String student) {
        var all = new TreeMap<String, Inscription>();
        fold.places().filter(place -> place.student().equals(student)).forEach(place -> {
            var ahead = fold.places(place.company()).stream()
                    .filter(each -> each.waits() && each.position() <= place.position())
                    .count();
            all.put(
                    place.id(),
                    new Inscription(
                            place.id(),
                            place.company(),
                            place.position(),
                            place.status(),
                            place.waits() ? (int) ahead : null));
        });
        return all;
    }

    private static Inscription inscription(JsonNode each) {
        return new Inscription(
                each.get("id").asString(),
                each.at("/company/id").asString(),
                each.get("position").asInt(),
                upper(each.get("status")),
                each.get("place").isNull() ? null : each.get("place").asInt());
    }

    private long count(String status) {
        return fold.students().values().stream()
                .filter(student -> student.status().equals(status))
                .count();
    }

    private long places(String status) {
        return fold.places().map(Place::status).filter(status::equals).count();
    }

    private void expect(Object stored, Object shown, String what) {
        if (!Objects.equals(stored, shown)) {
            wrong.add("%s is shown as %s, but the history makes %s".formatted(what, shown, stored));
        }
    }

    private static String upper(JsonNode text) {
        return text.asString().toUpperCase(Locale.ROOT);
    }
}
