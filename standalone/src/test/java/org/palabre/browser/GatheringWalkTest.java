package org.palabre.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.palabre.platform.Fair.PASSWORD;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.palabre.platform.Client;
import org.palabre.platform.Fair;
import org.palabre.platform.Fair.Person;
import org.palabre.platform.Platform;

/** Gatherings and their tickets as people see them: through the pages only. */
class GatheringWalkTest extends Walk {

    private static final String ACCEPTS_AT_ONCE = "07 07 07 07 00";
    private static final String HAS_NO_MONEY = "07 07 07 07 02";
    private static final Pattern SHOWN = Pattern.compile("blob:.*");

    private final Client admin;

    GatheringWalkTest(Fair fair, Person admin, Chromium chromium) {
        super(fair, chromium);
        this.admin = admin.client();
    }

    @Test
    void a_gathering_goes_from_an_idea_to_its_door() {
        var admin = signedIn(Platform.ADMIN, Platform.ADMIN_PASSWORD, "/admin/events");
        admin.clicks("Ajouter une catégorie").fills("Nom", "Concerts").fitsAPhone();
        admin.clicks("Enregistrer");
        assertThat(admin.button("Modifier : Concerts")).isVisible();

        var organiser = signedIn(fair.account("Oumou").email(), PASSWORD, "/organise");
        organiser.fitsAPhone().follows("Créer un événement");
        announce(organiser);
        organiser.sees("Une personne de l’équipe le lira bientôt.").fitsAPhone().stays();

        admin.opens("/admin/events").fitsAPhone();
        admin.clicks("Publier : Nuit du balafon").sees("1 événement publié.");
        organiser.sees("Tout le monde peut le voir.").hasStayed();

        var buyer = visitor().opens("/events").sees("Nuit du balafon").fitsAPhone();
        buyer.fills("Chercher un événement ou un lieu", "balafons");
        assertThat(buyer.find(".gatherings a")).hasCount(1);
        buyer.find(".gatherings a").click();
        buyer.sees("120 places libres").fitsAPhone().follows("Se connecter pour acheter");
        signIn(buyer, fair.account("Béa").email(), PASSWORD).sees("Choisissez vos billets");
        organiser.stays();
        buyTwo(buyer, HAS_NO_MONEY);
        buyer.sees("Le solde ne suffit pas.").fitsAPhone().clicks("Recommencer");
        buyTwo(buyer, ACCEPTS_AT_ONCE);
        buyer.sees("C’est payé").fitsAPhone();
        assertThat(organiser.find(".figures.money dd").first()).hasText(Pattern.compile("10.000.F.CFA"));
        organiser.hasStayed().fitsAPhone();

        buyer.follows("Voir mes billets").isAt("/tickets");
        assertThat(buyer.find(".qr img")).hasCount(2);
        assertThat(buyer.find(".qr img").first()).hasAttribute("src", SHOWN);
        var code = code(buyer.fitsAPhone());

        organiser.follows("Tenir l’entrée").fitsAPhone();
        showsAtTheDoor(organiser, "0000").sees("Inconnu").fitsAPhone();
        showsAtTheDoor(organiser, code).sees("Bienvenue").sees("Debout").fitsAPhone();
        showsAtTheDoor(organiser, code).sees("Déjà entré").sees("vu par Oumou Koné");
        organiser.fitsAPhone().sees("1 entrée, 2 billets vendus");
        buyer.opens("/tickets").sees("vu par Oumou Koné");
        assertThat(buyer.find(".qr img")).hasCount(1);

        var second = code(buyer);
        organiser.holdsBeforeTheCamera(buyer.find(".qr img").screenshot()).reloads();
        organiser.clicks("Scanner avec la caméra").sees("Bienvenue").fitsAPhone();
        organiser.sees("2 entrées, 2 billets vendus");
        organiser.hasABrowserThatReads(second).reloads().clicks("Scanner avec la caméra");
        organiser.sees("Déjà entré").fitsAPhone();
        organiser.clicks("Arrêter la caméra").sees("Scanner avec la caméra");
    }

    @Test
    void on_a_phone_in_english_one_takes_part_waits_and_moves_up() {
        var id = approved("Sunday walk", 1);
        var ann = signedInEnglish("Ann", id).sees("1 seat left");
        var bob = signedInEnglish("Bob", id);

        ann.clicks("I am coming").sees("Noted, see you there.").fitsAPhone();
        bob.clicks("Join the waiting list").sees("your place: 1st").fitsAPhone();
        ann.clicks("Withdraw").sees("Your place goes to the next person.").fitsAPhone();
        ann.find("dialog .danger").click();
        ann.sees("Your place is given back.");
        bob.clicks("Where am I now?").sees("Noted, see you there.");

        bob.follows("Events").fills("Find an event or a place", "walk").fitsAPhone();
        assertThat(bob.find(".gatherings a")).hasCount(1);
        bob.opens("/tickets").sees("No tickets yet.").fitsAPhone();
        bob.opens("/plans").sees("No plan yet.").fitsAPhone();
        bob.opens("/organise").sees("No event here.").fitsAPhone();
    }

    @Test
    void what_is_rejected_is_corrected_and_what_is_published_can_be_cancelled() throws IOException {
        var yao = fair.account("Yao");
        var id = announced(yao.client(), "Fête sans lieu", 50);
        var organiser = signedIn(yao.email(), PASSWORD, "/organise").opens("/organise/event?id=" + id);
        organiser.sees("En examen").find("#chosen").setInputFiles(picture("plage.png"));
        assertThat(organiser.find(".poster img")).hasAttribute("src", SHOWN);

        var admin = signedIn(Platform.ADMIN, Platform.ADMIN_PASSWORD, "/admin/events");
        admin.clicks("Refuser : Fête sans lieu").fills("Motif", "Où donc ?").fitsAPhone();
        admin.find("dialog[open] .danger").click();
        admin.sees("1 événement refusé.");

        organiser.sees("Motif du refus : Où donc ?").fitsAPhone().follows("Modifier");
        organiser.sees("Enregistrer").fitsAPhone().fills("Titre", "Fête à la plage");
        organiser.clicks("Enregistrer").sees("Fête à la plage").clicks("Soumettre à publication");
        organiser.sees("C’est soumis.");

        admin.opens("/admin/events").field("Choisir : Fête à la plage").check();
        admin.clicks("Publier 1 événement").sees("1 événement publié.");
        organiser.sees("Tout le monde peut le voir.");
        assertThat(organiser.find("img.poster")).hasJSProperty("naturalWidth", 60);
        organiser.clicks("Annuler l’événement").fitsAPhone();
        organiser.find("dialog[open] .danger").click();
        organiser.sees("L’événement est annulé.").sees("On n’y prend plus part.");
    }

    @Test
    void a_plan_is_offered_chosen_and_paid_for() {
        var admin = signedIn(Platform.ADMIN, Platform.ADMIN_PASSWORD, "/admin/plans");
        admin.clicks("Ajouter une formule").fills("Nom", "Tam-tam").fills("Prix (XOF)", "15000");
        admin.fills("Commission (%)", "2.5").fitsAPhone().clicks("Enregistrer");
        admin.sees("2,5 % de commission").fitsAPhone();

        var organiser = signedIn(fair.account("Kofi").email(), PASSWORD, "/plans");
        organiser.fitsAPhone().clicks("Choisir : Tam-tam").fills("Téléphone", ACCEPTS_AT_ONCE);
        organiser.fitsAPhone().clicks("Payer").sees("Ma formule : Tam-tam").sees("En cours");
        organiser.fitsAPhone().clicks("Résilier");
        organiser.find("dialog .danger").click();
        organiser.sees("Votre formule s’arrêtera à la fin de la période.").sees("S’arrête le");

        admin.opens("/admin/payments").sees("Kofi Koné").fitsAPhone();
        admin.field("Objet").selectOption("subscription");
        assertThat(admin.find(".rows li")).hasCount(1);
        admin.sees("Kofi Koné");

        offerThreeDays();
        var regular = signedIn(fair.account("Ama").email(), PASSWORD, "/plans");
        regular.clicks("Choisir : Trois jours")
                .fills("Téléphone", ACCEPTS_AT_ONCE)
                .clicks("Payer");
        regular.sees("La période suivante peut être payée dès maintenant").fitsAPhone();
        regular.clicks("Choisir : Trois jours")
                .fills("Téléphone", ACCEPTS_AT_ONCE)
                .clicks("Payer");
        assertThat(regular.find("my-subscription .notice")).hasCount(0);
    }

    /** A plan that can be renewed as soon as it runs. */
    private void offerThreeDays() {
        admin.post(
                        "/api/admin/plans",
                        Map.of(
                                "name",
                                "Trois jours",
                                "price",
                                Map.of("amount", "1000", "currency", "XOF"),
                                "period",
                                "P3D",
                                "features",
                                Map.of("commission", "0.02")))
                .is(201);
    }

    /** With the keyboard alone, but for the two moments: how those are typed is up to each browser. */
    private static void announce(Visitor organiser) {
        var begins = LocalDateTime.now().plusDays(10).truncatedTo(ChronoUnit.MINUTES);
        organiser.tabsTo(organiser.field("Titre")).types("Nuit du balafon");
        organiser.tabsTo(organiser.field("Catégorie")).types("Concerts");
        organiser.tabsTo(organiser.field("Présentation")).types("Trois orchestres dans la cour.");
        organiser.fills("Début", begins.toString());
        organiser.fills("Fin", begins.plusHours(4).toString());
        organiser.tabsTo(organiser.field("Lieu")).types("Palais de la Culture");
        organiser.tabsTo(organiser.field("Entrée")).types("Payant");
        organiser.tabsTo(organiser.field("Nom du billet")).types("Debout");
        organiser.tabsTo(organiser.field("Prix (XOF)")).types("0");
        organiser.tabsTo(organiser.field("Combien")).types("120");
        organiser.tabsTo(organiser.button("Soumettre à publication")).presses("Enter");
        assertThat(organiser.find("fieldset[name=ticket_types] > .problem")).isVisible();
        organiser.fitsAPhone().fills("Prix (XOF)", "5000");
        organiser.tabsTo(organiser.button("Soumettre à publication")).presses("Enter");
    }

    private static void buyTwo(Visitor buyer, String telephone) {
        buyer.find(".types select").selectOption("2");
        buyer.fills("Téléphone", telephone).fitsAPhone();
        buyer.find("buy-tickets .primary").click();
    }

    /** Of the first of one's tickets. */
    private static String code(Visitor buyer) {
        return buyer.find(".ticket .code").first().innerText().replace('\n', ' ');
    }

    private static Visitor showsAtTheDoor(Visitor organiser, String code) {
        organiser.tabsTo(organiser.field("Code du billet")).types(code);
        organiser.presses("Enter");
        assertThat(organiser.field("Code du billet")).hasValue("");
        return organiser;
    }

    /** The id of a free gathering with so many seats. */
    private String approved(String title, int capacity) {
        var id = announced(admin, title, capacity);
        admin.post("/api/admin/events/%s/approve".formatted(id)).is(200);
        return id;
    }

    private String announced(Client organiser, String title, int capacity) {
        var category = admin.post("/api/admin/event-categories", Map.of("name", "For " + title))
                .is(201)
                .text("id");
        var begins = Instant.now().plus(Duration.ofDays(3));
        return organiser
                .post(
                        "/api/events",
                        Map.of(
                                "title",
                                title,
                                "description",
                                "Along the lagoon.",
                                "category",
                                category,
                                "starts_at",
                                begins.toString(),
                                "ends_at",
                                begins.plusSeconds(3600).toString(),
                                "venue",
                                "Under the tree",
                                "access",
                                "free",
                                "capacity",
                                capacity))
                .is(201)
                .text("id");
    }

    private Visitor signedInEnglish(String firstName, String gathering) {
        var guest = visitor("en-GB").holdsAPhone().opens("/events/event?id=" + gathering);
        guest.speaks("en").follows("Sign in to take part");
        guest.fills("E-mail, username or telephone", fair.account(firstName).email());
        return guest.fills("Password", PASSWORD).clicks("Sign in").isAt("/events/event?id=" + gathering);
    }
}
