package org.palabre.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/** What gatherings are about and where, and what people look for. */
final class Topics {

    static final List<String> KINDS = List.of(
            "Concert",
            "Atelier",
            "Conférence",
            "Festival",
            "Marché",
            "Tournoi",
            "Projection",
            "Exposition",
            "Débat",
            "Bal",
            "Course",
            "Foire",
            "Gala",
            "Hackathon",
            "Lecture",
            "Stage",
            "Rencontre",
            "Salon",
            "Spectacle",
            "Veillée");

    static final List<String> THEMES = List.of(
            "jazz",
            "coupé-décalé",
            "zouglou",
            "cuisine",
            "entrepreneuriat",
            "agriculture",
            "cacao",
            "football",
            "cinéma",
            "théâtre",
            "photographie",
            "mode",
            "numérique",
            "santé",
            "environnement",
            "poésie",
            "conte",
            "danse",
            "reggae",
            "artisanat",
            "peinture",
            "sculpture",
            "astronomie",
            "robotique",
            "jardinage",
            "lecture",
            "échecs",
            "marathon",
            "cyclisme",
            "natation",
            "gospel",
            "slam",
            "humour",
            "gastronomie",
            "tourisme",
            "finance",
            "emploi",
            "orientation",
            "logement",
            "philosophie");

    static final List<Town> TOWNS = List.of(
            new Town("Abidjan", 5.345, -4.024),
            new Town("Bouaké", 7.690, -5.030),
            new Town("Daloa", 6.877, -6.450),
            new Town("Korhogo", 9.458, -5.629),
            new Town("Yamoussoukro", 6.827, -5.289),
            new Town("San-Pédro", 4.749, -6.636),
            new Town("Man", 7.412, -7.554),
            new Town("Gagnoa", 6.132, -5.951),
            new Town("Ouagadougou", 12.371, -1.520),
            new Town("Bobo-Dioulasso", 11.177, -4.297),
            new Town("Cotonou", 6.370, 2.391),
            new Town("Lomé", 6.131, 1.223),
            new Town("Dakar", 14.716, -17.467),
            new Town("Bamako", 12.639, -8.003),
            new Town("Niamey", 13.512, 2.112));

    private Topics() {}

    record Town(String name, double latitude, double longitude) {}

    /** One in ten is mistyped, and each has a filter. */
    static String anySearch() {
        var theme = any(THEMES);
        var town = any(TOWNS);
        return switch (ThreadLocalRandom.current().nextInt(10)) {
            case 0, 1, 2 -> "search=" + plain(any(KINDS) + "%20" + theme) + "&price_max=5000";
            case 3, 4 -> "search=" + plain(theme + "%20" + town.name()) + "&starts_after=" + soon();
            case 5, 6 -> "search=" + plain(theme) + near(town) + "&radius_km=20&ordering=distance";
            case 7, 8 -> "search=" + plain(any(KINDS)) + near(town) + "&radius_km=20&price_max=0&ordering=-starts_at";
            default -> "search=" + mistyped(plain(theme)) + "%20" + plain(town.name()) + "&starts_after=" + soon();
        };
    }

    private static String near(Town town) {
        return String.format(Locale.ROOT, "&near=%.3f,%.3f", town.latitude(), town.longitude());
    }

    private static Instant soon() {
        return Instant.now().plus(Duration.ofDays(ThreadLocalRandom.current().nextInt(300)));
    }

    /** As people type: without accents. */
    private static String plain(String words) {
        return java.text.Normalizer.normalize(words, java.text.Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "");
    }

    private static String mistyped(String word) {
        var middle = word.length() / 2;
        return word.substring(0, middle) + word.substring(middle + 1);
    }

    private static <T> T any(List<T> all) {
        return all.get(ThreadLocalRandom.current().nextInt(all.size()));
    }
}
