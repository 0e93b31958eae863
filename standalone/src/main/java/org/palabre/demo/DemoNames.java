package org.palabre.demo;

import java.util.List;

/** Who is at the demo fair. */
final class DemoNames {

    static final List<String> COMPANIES = List.of(
            "Abidjan Logistique",
            "Akwaba Assurances",
            "Baobab Énergie",
            "Cacao de l’Agnéby",
            "Comoé Télécom",
            "Djôlô Studio",
            "Ébrié Construction",
            "Fraternité Santé",
            "Grand-Bassam Hôtels",
            "Hévéa du Sud",
            "Ivoire Numérique",
            "Karité & Co",
            "Lagune Transport",
            "Marcory Finance",
            "N’Zassa Mode",
            "Plateau Conseil",
            "San-Pédro Maritime",
            "Savane Agro",
            "Treichville Médias",
            "Yop Mobilité");

    static final List<String> FIRST_NAMES = List.of(
            "Awa",
            "Aya",
            "Adjoua",
            "Aminata",
            "Bintou",
            "Cédric",
            "Désiré",
            "Ebony",
            "Fatou",
            "Franck",
            "Grâce",
            "Hervé",
            "Ismaël",
            "Jean-Marc",
            "Kadi",
            "Koffi",
            "Laeticia",
            "Mariam",
            "Moussa",
            "Nadège",
            "Olivier",
            "Prisca",
            "Rokia",
            "Serge",
            "Yao");

    static final List<String> LAST_NAMES =
            List.of("Koné", "Kouassi", "Traoré", "Yapi", "Bamba", "N’Guessan", "Ouattara", "Diabaté");

    private DemoNames() {}
}
